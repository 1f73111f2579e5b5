package org.docaudit.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) throws InterruptedException {
    return Generate.run(
        arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private Path generated(String output, String... options) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--output=" + folder.resolve(output));
    assertEquals(0, run(arguments.toArray(String[]::new)), err.toString(UTF_8));
    return folder.resolve(output);
  }

  private static Map<String, String> loose(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), sha256(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static Map<String, String> members(byte[] tar) {
    Map<String, String> files = new TreeMap<>();
    int at = 0;
    while (tar[at] != 0) {
      String path = new String(tar, at, 100, US_ASCII).replaceFirst("\0.*", "");
      int size = Integer.parseInt(new String(tar, at + 124, 11, US_ASCII), 8);
      byte[] content = new byte[size];
      System.arraycopy(tar, at + 512, content, 0, size);
      files.put(path, sha256(content));
      at += 512 + (size + 511) / 512 * 512;
    }
    assertEquals(tar.length - 1024, at);
    return files;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever changes what is generated changes every figure that was measured with it. */
  @Test
  void theSameBytesOnEveryMachine() throws Exception {
    Path first = generated("a.jsonl", "--documents", "2500", "--seed", "7");
    assertEquals(
        "6edf8136affb35028598c1c7dde0b815ddf07b9c56788546b322160479569002",
        sha256(Files.readAllBytes(first)));
    Path other = generated("b.jsonl", "--documents", "2500", "--seed", "8");
    assertNotEquals(sha256(Files.readAllBytes(first)), sha256(Files.readAllBytes(other)));
  }

  @Test
  void everyFormatHoldsTheSame() throws Exception {
    Map<String, String> loose = loose(generated("loose", "--documents=1300"));
    assertEquals(1300 + 7, loose.size());
    byte[] tar = Files.readAllBytes(generated("a.tar", "--documents=1300"));
    assertEquals(loose, members(tar));
    byte[] packed = Files.readAllBytes(generated("a.tar.gz", "--documents=1300"));
    assertArrayEquals(tar, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    String lines = Files.readString(generated("a.jsonl", "--documents=1300"));
    Pattern line = Pattern.compile("\\{\"path\":\"([^\"]+)\",\"text\":\"(.*)\"}");
    Map<String, String> read = new TreeMap<>();
    lines
        .lines()
        .map(line::matcher)
        .forEach(
            matcher -> {
              assertTrue(matcher.matches());
              String text =
                  matcher.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
              read.put(matcher.group(1), sha256(text.getBytes(UTF_8)));
            });
    loose.keySet().removeIf(path -> path.endsWith(".png"));
    assertEquals(loose, read);
  }

  @Test
  void sizesAreThoseOfDocumentation() {
    Corpus corpus = new Corpus(20_000, 3, Shape.DOCUMENTATION);
    DocumentText text = new DocumentText(corpus);
    List<Integer> sizes = new ArrayList<>();
    long bytes = 0;
    for (int document = 0; document < corpus.documents(); document += 10) {
      int size = text.of(document).length;
      sizes.add(size);
      bytes += size;
    }
    sizes.sort(null);
    assertEquals(1.1, sizes.get(1_000) / 1000.0, 0.2, "median in kB");
    assertEquals(1.7, bytes / 2e6, 0.3, "mean in kB");
  }

  @Test
  void everyDocumentLinksToTheHotTarget() {
    Corpus corpus = new Corpus(100, 1, Shape.HOT_TARGET);
    DocumentText text = new DocumentText(corpus);
    Pattern link = Pattern.compile("\\]\\((\\.\\./)*(guide/)?index\\.md[)#]");
    long links = 0;
    for (int document = 40; document < 80; document++) {
      links += link.matcher(new String(text.of(document), UTF_8)).results().count();
    }
    assertTrue(links >= 400, links + " links");
  }

  @Test
  void shapes() throws Exception {
    Map<String, String> flat = loose(generated("flat", "--documents=300", "--shape=flat"));
    flat.keySet().removeIf(path -> path.startsWith("pictures/"));
    assertEquals(300, flat.size());
    assertTrue(flat.keySet().stream().noneMatch(path -> path.contains("/")), flat.toString());

    DocumentText giant = new DocumentText(new Corpus(9, 1, Shape.GIANT));
    assertEquals(60, giant.of(4).length >> 20);
    assertTrue(giant.of(3).length < 10_000);

    DocumentText hotWord = new DocumentText(new Corpus(9, 1, Shape.HOT_WORD));
    for (int document = 0; document < 9; document++) {
      assertTrue(new String(hotWord.of(document), UTF_8).contains("everywhere"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--documents=5 | --output is missing",
        "--documents=0 | --documents must be a number from 1 to 1073741823, not 0",
        "--documents=x | --documents must be a number from 1 to 1073741823, not x",
        "--shape=round | there is no shape round",
        "--sead=1 | unknown option --sead",
        "--output | --output needs a value",
      })
  void wrongUsage(String argument, String message) throws Exception {
    assertEquals(2, run(argument));
    String said = err.toString(UTF_8);
    assertTrue(said.startsWith("generate: " + message + "; usage: "), said);
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    generated("a.tar", "--documents=3");
    generated("loose", "--documents=3");
    assertEquals(2, run("--output=" + folder.resolve("a.tar")));
    assertEquals(2, run("--output=" + folder.resolve("loose")));
    assertEquals(2, run("--output=" + folder.resolve("a.zip")));
    assertEquals(
        "generate: %1$s/a.tar exists; choose another --output\n".formatted(folder)
            + "generate: %1$s/loose is not empty; choose another --output\n".formatted(folder)
            + "generate: cannot write .zip; --output is a folder, or a file .jsonl, .jsonl.gz, .tar"
            + " or .tar.gz\n",
        err.toString(UTF_8));
  }
}
