package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.docaudit.analyze.AnalyzeDocuments;
import org.docaudit.model.Sha256;
import org.docaudit.nativeudf.NativeAnalyzer;

/**
 * Tells apart the builds whose facts of a document, or rows of them, may differ: docaudit's own
 * code by its bytes, libraries by the names of their files, Java by its version, on which the lower
 * case of anchors rests.
 */
final class BuildIdentity {

  /** A library that is loaded instead of the packaged one; see {@code NativeLibrary}. */
  private static final String LIBRARY = "docaudit.native.library";

  private BuildIdentity() {}

  /** A digest: equal texts for equal builds. */
  static String current() throws IOException {
    MessageDigest sha256 = Sha256.digest();
    update(sha256, "java " + Runtime.version().feature());
    TreeSet<String> libraries = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        libraries.add(Path.of(entry).getFileName().toString());
      }
    }
    update(sha256, libraries.toString());
    // A job jar holds all three.
    for (Path code :
        new TreeSet<>(
            List.of(
                codeOf(AnalyzeDocuments.class),
                codeOf(NativeAnalyzer.class),
                codeOf(BuildIdentity.class)))) {
      addFiles(sha256, code);
    }
    String library = System.getProperty(LIBRARY);
    if (library != null && Files.exists(Path.of(library))) {
      addFiles(sha256, Path.of(library));
    }
    return Sha256.hex(sha256);
  }

  /** The jar, or in a development tree the folder, that a class comes from. */
  private static Path codeOf(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("there is no file of " + type, e);
    }
  }

  private static void addFiles(MessageDigest sha256, Path code) throws IOException {
    try (Stream<Path> files = Files.walk(code)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        update(sha256, code.relativize(file).toString());
        sha256.update(Files.readAllBytes(file));
      }
    }
  }

  private static void update(MessageDigest sha256, String text) {
    sha256.update(text.getBytes(UTF_8));
    sha256.update((byte) 0);
  }
}
