package org.docaudit.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.docaudit.container.FieldNames;
import org.docaudit.model.Rule;
import org.docaudit.nativeudf.DocumentBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corpora packed as JSON lines, and compression, which they share with tar files. */
class PackedLinesTest {
  private static final PipelineOptions OPTIONS = PipelineOptionsFactory.create();

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static String record(String path, String text) {
    return "{\"path\":\"" + path + "\",\"text\":\"" + text + "\"}\n";
  }

  private static String records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> record(i + ".md", "text " + i))
        .collect(Collectors.joining());
  }

  private static List<String> documents(int... numbers) {
    return Arrays.stream(numbers).mapToObj(i -> i + ".md = text " + i).toList();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zstd(String text) {
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      return zstd.setChecksum(true).compress(text.getBytes(UTF_8));
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void eachLineIsADocument() throws Exception {
    String lines =
        "\uFEFF{\"path\":\"docs/./a.md\",\"meta\":{\"path\":\"x\"},\"text\":\"# A\\n\\u00e9\"}\r\n"
            + "\n"
            + "{\"text\":\"behind\",\"path\":\"b\"}\n"
            + record("https://example.org/c.html?d=1", "of the web")
            + "{\"path\":17,\"text\":\"numbered\",\"kind\":\"other\"}\n"
            + record("paper-2.0", "no ending, but a version")
            + record("main.py", "print()")
            + record(".github/hidden.md", "")
            + record(".git/config.md", "")
            + "{\"path\":\"half.md\",\"text\":\"\\ud83d!\"}\n"
            + "{\"path\":\"bytes.md\",\"text\":null,\"text_base64\":\"YQBi/w==\"}\n"
            + "{\"path\":\"p.png\",\"kind\":\"other\",\"text\":null}\n"
            + "{\"path\":\"s.md\",\"kind\":\"skipped\",\"reason\":\"gitignore\",\"text\":null}\n"
            + "{\"path\":\"last.md\",\"text\":\"without a line feed\"}";
    List<String> expected =
        List.of(
            "docs/a.md = # A\n\u00e9",
            "b = behind",
            "example.org/c.html?d=1 = of the web",
            "17 = numbered",
            "paper-2.0 = no ending, but a version",
            "main.py other",
            ".github/hidden.md skipped hidden",
            "half.md = \uFFFD!",
            "bytes.md = a\0b\uFFFD",
            "p.png other",
            "s.md skipped gitignore",
            "last.md = without a line feed");
    for (Path file : List.of(file("a.jsonl.gz", gzip(lines)), file("a.ndjson.ZST", zstd(lines)))) {
      assertEquals(expected, PackedContents.of(file, ListingOptions.DEFAULT), file.toString());
    }
    // Lines that can be read one by one are listed in path order.
    assertEquals(
        expected.stream().sorted().toList(),
        PackedContents.of(file("a.jsonl", lines.getBytes(UTF_8)), ListingOptions.DEFAULT));
  }

  @Test
  void whatIsNoDocumentIsAProblemOfItsLine() throws Exception {
    byte[] lines =
        join(
            records(0, 1).getBytes(UTF_8),
            "{\"path\":\"a.md\",\"text\":\"cut of".getBytes(UTF_8),
            "\n{\"path\" \"b.md\"}\n[1]\n{\"text\":\"x\"}\n{\"path\":\"c.md\"}\n".getBytes(UTF_8),
            "{\"path\":\"d.md\",\"text\":[1]}\n".getBytes(UTF_8),
            "{\"path\":\"e.md\",\"text\":\"\u00e9\"}\n".getBytes(ISO_8859_1),
            record("../up.md", "").getBytes(UTF_8),
            record("/etc/absolute.md", "").getBytes(UTF_8),
            record("C:/drive.md", "").getBytes(UTF_8),
            record("back\\\\slash.md", "").getBytes(UTF_8),
            record("x".repeat(5000), "").getBytes(UTF_8),
            record("./0.md", "again").getBytes(UTF_8),
            record("large.md", "x".repeat(1001)).getBytes(UTF_8),
            records(1, 2).getBytes(UTF_8));
    assertEquals(
        List.of(
            "a.jsonl#3 corpus/invalid-member: the line is not valid JSON: Unexpected character"
                + " ('\"' (code 34)): was expecting a colon to separate field name and value",
            "a.jsonl#4 corpus/invalid-member: the line is no JSON object",
            "a.jsonl#5 corpus/invalid-member: the record has no field 'path'",
            "a.jsonl#6 corpus/invalid-member: the record has no field 'text'",
            "a.jsonl#7 corpus/invalid-member: the field 'text' is no text",
            "a.jsonl#9 corpus/unsafe-path: the path '../up.md' leads upwards; it was not read",
            "a.jsonl#10 corpus/unsafe-path: the path '/etc/absolute.md' is absolute; it was not"
                + " read",
            "a.jsonl#11 corpus/unsafe-path: the path 'C:/drive.md' begins with a drive; it was not"
                + " read",
            "a.jsonl#12 corpus/unsafe-path: the path 'back\\slash.md' holds a backslash; it was"
                + " not read",
            "a.jsonl#13 corpus/unsafe-path: the path '"
                + "x".repeat(200)
                + "…' is longer than 4096 bytes; it was not read",
            "a.jsonl#14 corpus/duplicate-path: the path '0.md' stands twice; only the first member"
                + " of it was read",
            "0.md = text 0",
            "1.md = text 1",
            "a.md corpus/invalid-member: the line is not valid JSON: Unexpected end-of-input in"
                + " VALUE_STRING",
            "e.md corpus/invalid-member: the line is not valid JSON: Invalid UTF-8 middle byte"
                + " 0x22",
            "large.md document/too-large: the document is larger than the limit of 1000 bytes"),
        PackedContents.of(file("a.jsonl", lines), ListingOptions.DEFAULT).stream()
            .sorted(PackedLinesTest::byLine)
            .toList());
  }

  /** Problems are in the order of their paths as text; here in that of their numbers. */
  private static int byLine(String a, String b) {
    return Integer.compare(lineOf(a), lineOf(b));
  }

  private static int lineOf(String line) {
    return line.startsWith("a.jsonl#")
        ? Integer.parseInt(line.substring(8, line.indexOf(' ')))
        : Integer.MAX_VALUE;
  }

  @Test
  void fieldsAreNamedOrUsual() throws Exception {
    Path file =
        file(
            "a.jsonl",
            "{\"id\":\"1\",\"body\":\"b\",\"raw\":\"r\",\"content\":\"c\",\"n\":{}}\n"
                .getBytes(UTF_8));
    assertEquals(List.of("1 = c"), PackedContents.of(file, ListingOptions.DEFAULT));
    assertEquals(
        List.of("b = r"),
        PackedContents.of(file, ListingOptions.DEFAULT.withFields(new FieldNames("body", "raw"))));
    assertEquals(
        "the corpus '"
            + file
            + "': no field 'pth' for the path of a document; its records have the fields id, body,"
            + " raw, content, n",
        assertThrows(
                CorpusException.class,
                () ->
                    PackedContents.of(
                        file, ListingOptions.DEFAULT.withFields(new FieldNames("pth", null))))
            .getMessage());
    Path none = file("b.jsonl", "{\"title\":\"t\"}\n".getBytes(UTF_8));
    assertEquals(
        "the corpus '"
            + none
            + "': no field 'path', 'file_path', 'filepath', 'file', 'filename', 'file_name',"
            + " 'max_stars_repo_path', 'id', 'url' for the path of a document; its records have"
            + " the fields title; name one with --path-field",
        assertThrows(CorpusException.class, () -> PackedContents.of(none, ListingOptions.DEFAULT))
            .getMessage());
  }

  /** Frames begin anywhere in a line, as when a tool compresses blocks of equal size. */
  @Test
  void framesCutLines() throws Exception {
    String lines = records(0, 20);
    List<byte[]> zstd = new ArrayList<>();
    List<byte[]> gzip = new ArrayList<>();
    for (int i = 0; i < lines.length(); i += 50) {
      String block = lines.substring(i, Math.min(lines.length(), i + 50));
      zstd.add(zstd(block));
      gzip.add(gzip(block));
    }
    List<String> expected = documents(IntStream.range(0, 20).toArray());
    assertEquals(
        expected,
        PackedContents.of(
            file("a.jsonl.zst", join(zstd.toArray(byte[][]::new))), ListingOptions.DEFAULT));
    assertEquals(
        expected,
        PackedContents.of(
            file("a.jsonl.gz", join(gzip.toArray(byte[][]::new))), ListingOptions.DEFAULT));
  }

  @Test
  void onlyTheBrokenFrameIsLost() throws Exception {
    byte[] broken = zstd(records(2, 4));
    broken[broken.length - 6] ^= 0x55;
    byte[] bytes =
        join(
            new byte[] {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 'h', 'i'},
            zstd(records(0, 2)),
            broken,
            zstd(records(4, 6)));
    List<String> contents = PackedContents.of(file("a.jsonl.zst", bytes), ListingOptions.DEFAULT);
    assertTrue(
        contents.get(0).startsWith("a.jsonl.zst corpus/damaged: damaged behind line "),
        contents.toString());
    assertEquals(
        documents(0, 1, 4, 5),
        contents.stream().filter(line -> line.contains(" = ") && !line.matches("[23].*")).toList());
  }

  @Test
  void beforeTheCutAllIsRead() throws Exception {
    String lines = records(0, 20_000);
    for (String name : List.of("a.jsonl.gz", "a.jsonl.zst")) {
      byte[] whole = name.endsWith("gz") ? gzip(lines) : zstd(lines);
      Path file = file(name, Arrays.copyOf(whole, whole.length / 2));
      List<String> contents = PackedContents.of(file, ListingOptions.DEFAULT);
      int documents = contents.size() - 1;
      assertTrue(documents > 1000, name + " has " + documents);
      assertTrue(
          contents
              .get(0)
              .startsWith(name + " corpus/damaged: damaged behind line " + documents + ": "),
          contents.get(0));
      assertEquals(
          documents(IntStream.range(0, documents).toArray()), contents.subList(1, contents.size()));
    }
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    String bomb = record("b.md", "x".repeat(70 << 20));
    for (String name : List.of("a.jsonl.gz", "a.jsonl.zst")) {
      byte[] first = name.endsWith("gz") ? gzip(records(0, 1)) : zstd(records(0, 1));
      byte[] second = name.endsWith("gz") ? gzip(bomb) : zstd(bomb);
      assertEquals(
          List.of(
              name + " corpus/over-limit: it is more than 200 times as large once unpacked",
              "0.md = text 0"),
          PackedContents.of(file(name, join(first, second)), ListingOptions.DEFAULT));
    }
  }

  @Test
  void whatHasChangedSinceIsNotRead() throws Exception {
    Path file = file("a.jsonl", records(0, 2).getBytes(UTF_8));
    CorpusListing listing = CorpusLister.list(List.of(file.toString()), ListingOptions.DEFAULT);
    CorpusRoot root = listing.roots().get(0);
    Files.writeString(file, records(5, 7));
    try (DocumentReader reader = new DocumentReader(1000)) {
      ReadFailure changed =
          assertThrows(
              ReadFailure.class,
              () -> reader.read(root, listing.files().get(1), new DocumentBuffer()));
      assertEquals(Rule.DOCUMENT_VANISHED, changed.rule());
      assertEquals("the packed corpus has changed since it was listed", changed.getMessage());
    }
    Files.delete(file);
    try (DocumentReader reader = new DocumentReader(1000)) {
      assertThrows(
          UncheckedIOException.class,
          () -> reader.read(root, listing.files().get(1), new DocumentBuffer()));
    }
  }

  /** What can only be read in one go is one part; frames are cut apart, lines anywhere. */
  @Test
  void partsBeginWhereReadingCanBegin() throws Exception {
    byte[][] frames = new byte[4][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = zstd(records(10 * i, 10 * i + 10));
    }
    Path framed = file("a.jsonl.zst", join(frames));
    assertEquals(List.of(10, 10, 10, 10), parts(framed));
    assertEquals(List.of(40), parts(file("b.jsonl.gz", gzip(records(0, 40)))));
    assertEquals(20, parts(file("c.jsonl", records(0, 40).getBytes(UTF_8))).size());
  }

  /** Documents of each part, with batches of two. */
  private static List<Integer> parts(Path file) throws Exception {
    CorpusListing listing = CorpusLister.list(List.of(file.toString()), ListingOptions.DEFAULT);
    List<CorpusBatch> batches = BatchPlanner.plan(listing, 1000, 2);
    List<Integer> parts = new ArrayList<>();
    for (CorpusSource part : new CorpusSource(batches).split(1, OPTIONS)) {
      parts.add(
          SourceTestUtils.readFromSource(part, OPTIONS).stream()
              .mapToInt(CorpusBatch::documentCount)
              .sum());
    }
    return parts;
  }

  @Test
  void theFilesOfAGlobAreOneCorpus() throws Exception {
    file("b.jsonl", (record("0.md", "again") + records(1, 2)).getBytes(UTF_8));
    file("a.jsonl", records(0, 1).getBytes(UTF_8));
    file("empty.jsonl", new byte[0]);
    String glob = folder + "/*.jsonl";
    CorpusListing listing = CorpusLister.list(List.of(glob), ListingOptions.DEFAULT);
    assertEquals(List.of("0.md", "1.md"), listing.files().stream().map(ListedFile::path).toList());
    String name = folder.getFileName().toString();
    assertEquals(
        List.of(name + "  a.jsonl", name + "  b.jsonl", name + "  empty.jsonl"),
        listing.roots().stream()
            .map(root -> root.name() + " " + root.pathPrefix() + " " + nameOf(root.location()))
            .toList());
    assertEquals(
        List.of("b.jsonl#1: the path '0.md' stands twice; only the first member of it was read"),
        listing.problems().stream().map(each -> each.path() + ": " + each.message()).toList());

    file("wrong.jsonl", "[]\n".getBytes(UTF_8));
    assertEquals(
        "the corpus '" + glob + "', file wrong.jsonl: its first lines are no JSON objects",
        assertThrows(
                CorpusException.class,
                () -> CorpusLister.list(List.of(glob), ListingOptions.DEFAULT))
            .getMessage());
    Files.delete(folder.resolve("wrong.jsonl"));

    // What is named on its own is a corpus of its own.
    Files.createDirectories(folder.resolve("other"));
    List<String> both = List.of(glob, file("other/c.jsonl", records(3, 4).getBytes(UTF_8)) + "");
    assertEquals(
        List.of("c/3.md", name + "/0.md", name + "/1.md"),
        CorpusLister.list(both, ListingOptions.DEFAULT).files().stream()
            .map(ListedFile::path)
            .sorted()
            .toList());
    assertEquals(
        "no file matches '" + folder + "/*.zip'",
        assertThrows(
                CorpusException.class,
                () -> CorpusLister.list(List.of(folder + "/*.zip"), ListingOptions.DEFAULT))
            .getMessage());
  }

  private static String nameOf(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void whatHoldsNothingIsAnErrorWithItsReason() throws Exception {
    Path cut = file("a.jsonl.gz", Arrays.copyOf(gzip(records(0, 9)), 12));
    assertTrue(
        assertThrows(CorpusException.class, () -> PackedContents.of(cut, ListingOptions.DEFAULT))
            .getMessage()
            .startsWith("the corpus '" + cut + "' cannot be read: "));
    Path unsafe = file("b.jsonl", record("../a.md", "").getBytes(UTF_8));
    assertEquals(
        "the corpus '"
            + unsafe
            + "' holds no document: no file in it ends in .md, .markdown, .mdx; 0 other files; 1"
            + " problems, the first in b.jsonl#1: the path '../a.md' leads upwards; it was not"
            + " read",
        assertThrows(CorpusException.class, () -> PackedContents.of(unsafe, ListingOptions.DEFAULT))
            .getMessage());
  }
}
