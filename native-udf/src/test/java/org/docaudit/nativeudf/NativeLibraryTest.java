package org.docaudit.nativeudf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the library comes from, and what is said where it does not come. */
class NativeLibraryTest {

  @TempDir Path folder;

  /** The places in their order, below the folder of the test. */
  private Properties places() {
    Properties properties = new Properties();
    properties.setProperty(NativeLibrary.FOLDER_PROPERTY, folder + "/own");
    properties.setProperty("java.io.tmpdir", folder + "/tmp");
    properties.setProperty("user.home", folder + "/home");
    properties.setProperty("user.dir", folder + "/work");
    return properties;
  }

  private URL resource(String content) throws IOException {
    return Files.writeString(folder.resolve("resource.so"), content).toUri().toURL();
  }

  private static String message(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(NativeUnavailableException.class, executable).getMessage();
  }

  @Test
  void unpacksIntoTheFirstPlaceThatLoads() throws Exception {
    List<String> tried = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    NativeLibrary.FileLoader third =
        file -> {
          tried.add(folder.relativize(Path.of(file).getParent()).toString());
          contents.add(read(file));
          if (tried.size() < 3) {
            throw new UnsatisfiedLinkError(file + ": failed to map segment from shared object");
          }
        };
    URL resource = resource("library");
    NativeLibrary.Loaded loaded = NativeLibrary.find(places(), resource, third);
    assertEquals(resource.toString(), loaded.source());
    assertEquals(folder + "/home/.cache/docaudit", loaded.folder());
    assertEquals(2, loaded.failures().size());
    assertTrue(loaded.failures().get(0).startsWith(folder + "/own: "), loaded.toString());
    assertTrue(loaded.failures().get(1).startsWith(folder + "/tmp: "), loaded.toString());
    assertEquals(List.of("own", "tmp", "home/.cache/docaudit"), tried);
    assertEquals(List.of("library", "library", "library"), contents);
    assertEquals(List.of(folder.resolve("resource.so")), files());
  }

  @Test
  void saysOfEveryPlaceWhyItDoesNotDo() throws Exception {
    Files.writeString(folder.resolve("own"), "a file where a folder should be");
    NativeLibrary.FileLoader none =
        file -> {
          throw new UnsatisfiedLinkError(file + ": failed to map segment from shared object");
        };
    String message = message(() -> NativeLibrary.find(places(), resource("library"), none));
    String noexec = ": failed to map segment from shared object";
    assertTrue(message.contains(folder + "/own: cannot write there ("), message);
    for (String place : List.of("tmp", "home/.cache/docaudit", "work")) {
      assertTrue(message.contains(folder + "/" + place + noexec), message);
    }
    assertEquals(List.of(folder.resolve("own"), folder.resolve("resource.so")), files());
  }

  @Test
  void aCorruptLibraryIsRefusedByTheLinker() throws Exception {
    URL corrupt = resource("\u007fELF, but nothing else");
    String message = message(() -> NativeLibrary.find(places(), corrupt, System::load));
    assertTrue(message.contains("file too short"), message);
  }

  @Test
  void aFlippedBitIsNoticedBeforeTheLinkerSeesIt() throws Exception {
    Path jar = folder.resolve("lib.jar");
    byte[] library = "a library of some length".getBytes(UTF_8);
    CRC32 checksum = new CRC32();
    checksum.update(library);
    ZipEntry entry = new ZipEntry("lib.so");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(library.length);
    entry.setCrc(checksum.getValue());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(entry);
      out.write(library);
    }
    List<String> loaded = new ArrayList<>();
    NativeLibrary.find(
        places(), new URL("jar:" + jar.toUri() + "!/lib.so"), file -> loaded.add(read(file)));
    assertEquals(List.of(new String(library, UTF_8)), loaded);

    Path damaged = folder.resolve("damaged.jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[new String(bytes, ISO_8859_1).indexOf("some")] ^= 1;
    Files.write(damaged, bytes);
    URL resource = new URL("jar:" + damaged.toUri() + "!/lib.so");
    assertEquals(
        resource + " is damaged: its checksum is not the one that it was built with",
        message(() -> NativeLibrary.find(places(), resource, file -> loaded.add(read(file)))));
    assertEquals(1, loaded.size());
  }

  @Test
  void aPlatformWithoutLibraryIsNamed() {
    NativeUnavailableException none =
        assertThrows(
            NativeUnavailableException.class,
            () -> NativeLibrary.find(places(), null, System::load));
    assertTrue(none.isAbsent());
    assertEquals(
        "this build has no native library for " + NativePlatform.name(), none.getMessage());
  }

  @Test
  void theFileOfThePropertyComesAloneAndFirst() throws Exception {
    Properties properties = places();
    Path file = Files.writeString(folder.resolve("explicit.so"), "library");
    properties.setProperty(NativeLibrary.LIBRARY_PROPERTY, file.toString());
    List<String> loaded = new ArrayList<>();
    assertEquals(
        new NativeLibrary.Loaded(file.toString(), null, List.of()),
        NativeLibrary.find(properties, null, loaded::add));
    assertEquals(List.of(file.toString()), loaded);
    assertTrue(Files.exists(file));

    String corrupt = message(() -> NativeLibrary.find(properties, null, System::load));
    assertTrue(corrupt.startsWith("cannot load ") && corrupt.contains("file too short"), corrupt);

    properties.setProperty(NativeLibrary.LIBRARY_PROPERTY, folder + "/missing.so");
    assertEquals(
        "docaudit.native.library names " + folder + "/missing.so, which is no file",
        message(() -> NativeLibrary.find(properties, null, System::load)));
  }

  @Test
  void anotherAbiIsRefused() throws Exception {
    NativeLibrary.checkAbi(NativeKernel.ABI, "lib");
    assertEquals(
        "lib is of another version: its ABI is 99, not " + NativeKernel.ABI,
        message(() -> NativeLibrary.checkAbi(99, "lib")));
  }

  @Test
  void theLibraryOfThisBuildLoadsAndHasTheAbi() throws Exception {
    NativeLibrary.Loaded loaded = NativeLibrary.load();
    assertEquals(BuiltLibrary.resource().toString(), loaded.source());
    assertEquals(System.getProperty("java.io.tmpdir"), loaded.folder());
    assertEquals(List.of(), loaded.failures());
    assertEquals(NativeLibrary.load(), NativeLibrary.load());
    assertEquals(NativeKernel.ABI, NativeKernel.abi());
  }

  @Test
  void theLibraryDescribesItself() throws Exception {
    BuiltLibrary.resource();
    NativeDescription description = NativeDescription.read();
    assertEquals(NativeLibrary.load(), description.loaded());
    assertEquals(NativeKernel.ABI, description.abi());
    assertTrue(description.version().matches("\\d+\\.\\d+\\.\\d+"), description.version());
    assertEquals(
        List.of("UTF-8", "search", "SHA-256"), List.copyOf(description.instructions().keySet()));
    for (String chosen : description.instructions().values()) {
      assertTrue(chosen.matches("avx2|sse2|sse4\\.2|sha-ni|no .*|baseline"), chosen);
    }
    Path cpus = Path.of("/proc/cpuinfo");
    if (Files.isReadable(cpus) && NativePlatform.name().endsWith("x86_64")) {
      boolean avx2 = Files.readString(cpus).contains(" avx2");
      assertEquals(avx2, description.instructions().get("UTF-8").equals("avx2"));
      assertEquals(avx2, description.instructions().get("search").equals("avx2"));
    }
  }

  @Test
  void twoClassLoadersHaveALibraryEach() throws Throwable {
    BuiltLibrary.resource();
    List<byte[]> documents = Documents.generated(1);
    byte[] here = Documents.bytes(NativeAnalyzer.create(Documents.LIMITS).analyze(documents));
    try (IsolatedKernel one = new IsolatedKernel("");
        IsolatedKernel other = new IsolatedKernel("")) {
      assertArrayEquals(here, one.analyze(documents));
      assertArrayEquals(here, other.analyze(documents));
    }
  }

  @Test
  void platformsHaveNames() {
    assertEquals("linux-x86_64", NativePlatform.name("Linux", "amd64"));
    assertEquals("macos-aarch64", NativePlatform.name("Mac OS X", "aarch64"));
    assertEquals("windows-x86_64", NativePlatform.name("Windows 11", "AMD64"));
    assertFalse(NativePlatform.name().isEmpty());
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
