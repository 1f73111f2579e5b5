package org.docaudit.nativeudf;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.CRC32;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Loads the library, once for each class loader.
 *
 * <p>Where {@value #LIBRARY_PROPERTY} names a file, that one is loaded. Otherwise the library of
 * this platform, which is a resource, is copied to a new file, loaded and deleted: a file that one
 * class loader has loaded cannot be loaded by another (JNI specification, "Compiling, Loading and
 * Linking Native Methods"), a copy can. The first of these folders that works is used, as some may
 * not be writable and others forbid execution ({@code noexec}): {@value #FOLDER_PROPERTY}, {@code
 * java.io.tmpdir}, {@code ~/.cache/docaudit}, the working folder. The copy is compared with the
 * checksum that its jar has of it, since the linker would load one in which bits are wrong.
 */
public final class NativeLibrary {

  /** System property: the library's file. */
  public static final String LIBRARY_PROPERTY = "docaudit.native.library";

  /** System property: the folder in which the library is unpacked first. */
  public static final String FOLDER_PROPERTY = "docaudit.native.dir";

  private static volatile @Nullable Outcome outcome;

  /**
   * Where the library came from.
   *
   * @param source the file of the property, or the resource
   * @param folder where the resource was unpacked, or null
   * @param failures the folders that were tried before in vain, each with the reason
   */
  public record Loaded(String source, @Nullable String folder, List<String> failures) {

    public Loaded {
      failures = List.copyOf(failures);
    }
  }

  /** Either the one or the other. */
  private record Outcome(@Nullable Loaded loaded, @Nullable NativeUnavailableException failure) {}

  /** What loads a file: {@link System#load}, for the class loader of whoever calls it. */
  interface FileLoader {
    void load(String file);
  }

  private NativeLibrary() {}

  /**
   * Loads the library unless that was tried before; what happened first holds for good. Safe for
   * threads.
   */
  public static synchronized Loaded load() throws NativeUnavailableException {
    if (outcome == null) {
      outcome = attempt();
    }
    if (outcome.loaded() == null) {
      throw outcome.failure();
    }
    return outcome.loaded();
  }

  /** Whether {@link #load} was called and has loaded it. Safe for threads. */
  static boolean isLoaded() {
    Outcome known = outcome;
    return known != null && known.loaded() != null;
  }

  private static Outcome attempt() {
    try {
      URL resource = NativeLibrary.class.getClassLoader().getResource(NativePlatform.resource());
      Loaded loaded = find(System.getProperties(), resource, file -> System.load(file));
      checkAbi(NativeKernel.abi(), loaded.source());
      return new Outcome(loaded, null);
    } catch (NativeUnavailableException e) {
      return new Outcome(null, e);
    } catch (UnsatisfiedLinkError e) {
      return new Outcome(
          null, new NativeUnavailableException("the library that was loaded is not docaudit's", e));
    }
  }

  /** Loads the first library that can be loaded. */
  static Loaded find(Properties properties, @Nullable URL resource, FileLoader loader)
      throws NativeUnavailableException {
    String file = properties.getProperty(LIBRARY_PROPERTY, "");
    if (!file.isEmpty()) {
      loadFile(file, loader);
      return new Loaded(file, null, List.of());
    }
    if (resource == null) {
      throw new NativeUnavailableException(
          "this build has no native library for " + NativePlatform.name(), true);
    }
    return unpack(properties, resource, loader);
  }

  static void checkAbi(int abi, String source) throws NativeUnavailableException {
    if (abi != NativeKernel.ABI) {
      throw new NativeUnavailableException(
          "%s is of another version: its ABI is %d, not %d"
              .formatted(source, abi, NativeKernel.ABI));
    }
  }

  private static void loadFile(String file, FileLoader loader) throws NativeUnavailableException {
    Path path;
    try {
      path = Path.of(file).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new NativeUnavailableException(LIBRARY_PROPERTY + " is no path: " + e.getMessage(), e);
    }
    if (!Files.isRegularFile(path)) {
      throw new NativeUnavailableException(
          "%s names %s, which is no file".formatted(LIBRARY_PROPERTY, path));
    }
    try {
      checkLength(path);
      loader.load(path.toString());
    } catch (IOException e) {
      throw new NativeUnavailableException("cannot read " + path + ": " + e.getMessage(), e);
    } catch (UnsatisfiedLinkError e) {
      throw new NativeUnavailableException("cannot load " + path + ": " + reason(path, e), e);
    }
  }

  private static Loaded unpack(Properties properties, URL resource, FileLoader loader)
      throws NativeUnavailableException {
    byte[] library = content(resource);
    List<String> reasons = new ArrayList<>();
    for (String folder : folders(properties)) {
      String problem = unpackTo(folder, library, loader);
      if (problem == null) {
        return new Loaded(resource.toString(), folder, reasons);
      }
      if (!reasons.contains(problem)) {
        reasons.add(problem);
      }
    }
    throw new NativeUnavailableException(
        "the native library could not be loaded from any folder; %s names another: %s"
            .formatted(FOLDER_PROPERTY, String.join("; ", reasons)));
  }

  /** What the resource holds, as its jar was built with it. */
  private static byte[] content(URL resource) throws NativeUnavailableException {
    try {
      URLConnection connection = resource.openConnection();
      byte[] content;
      try (InputStream in = connection.getInputStream()) {
        content = in.readAllBytes();
      }
      // Java checks a jar's checksums only where a jar is read as a stream.
      if (connection instanceof JarURLConnection jar
          && jar.getJarEntry().getCrc() != checksum(content)) {
        throw new NativeUnavailableException(
            resource + " is damaged: its checksum is not the one that it was built with");
      }
      return content;
    } catch (IOException e) {
      throw new NativeUnavailableException("cannot read " + resource + ": " + e.getMessage(), e);
    }
  }

  private static long checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return checksum.getValue();
  }

  static List<String> folders(Properties properties) {
    List<String> folders = new ArrayList<>();
    folders.add(properties.getProperty(FOLDER_PROPERTY, ""));
    folders.add(properties.getProperty("java.io.tmpdir", ""));
    String home = properties.getProperty("user.home", "");
    folders.add(home.isEmpty() ? "" : home + "/.cache/docaudit");
    folders.add(properties.getProperty("user.dir", ""));
    folders.removeIf(String::isEmpty);
    return folders;
  }

  /** Null, or why this folder does not do. */
  private static @Nullable String unpackTo(String folder, byte[] library, FileLoader loader) {
    Path file;
    try {
      Path place = Files.createDirectories(Path.of(folder).toAbsolutePath());
      // Readable and writable by this user alone, under a name that nobody can guess.
      file = Files.createTempFile(place, "docaudit-", ".so");
    } catch (IOException | InvalidPathException e) {
      return folder + ": cannot write there (" + e + ")";
    }
    try {
      Files.write(file, library);
      checkLength(file);
      loader.load(file.toString());
      return null;
    } catch (IOException e) {
      return folder + ": cannot write there (" + e + ")";
    } catch (UnsatisfiedLinkError e) {
      return folder + ": " + reason(file, e);
    } finally {
      delete(file);
    }
  }

  /** The linker does not: see {@link ElfFile}. */
  private static void checkLength(Path file) throws IOException {
    long bytes = Files.size(file);
    long needed = ElfFile.neededBytes(file);
    if (bytes < needed) {
      throw new UnsatisfiedLinkError(
          "it is cut off: it has %d bytes of %d or more".formatted(bytes, needed));
    }
  }

  /** The linker's own words: of a folder that forbids execution "failed to map segment". */
  private static String reason(Path file, UnsatisfiedLinkError e) {
    String message = String.valueOf(e.getMessage());
    // The path stands there twice, and a temporary one says nothing.
    return message.replace(file + ": ", "");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Some systems keep a library that is in use.
      file.toFile().deleteOnExit();
    }
  }
}
