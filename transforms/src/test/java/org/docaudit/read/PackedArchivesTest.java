package org.docaudit.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corpora packed as tar and zip files. */
class PackedArchivesTest {
  private static final String LONG = "long/".repeat(60) + "name \u00e9.md";

  private static final String MANIFEST =
      """
      {"path":"m.png","kind":"other","text":null}
      {"path":"m.md","kind":"skipped","reason":"excluded"}
      nonsense
      """;

  @TempDir Path folder;

  private List<String> contents(String name, byte[] archive) throws Exception {
    return PackedContents.of(Files.write(folder.resolve(name), archive), ListingOptions.DEFAULT);
  }

  private static void tar(TarArchiveOutputStream tar, String name, byte type, String content)
      throws IOException {
    // The name as it stands, which the constructor would clean.
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    byte[] bytes = content.getBytes(UTF_8);
    if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
      entry.setLinkName(content);
      bytes = new byte[0];
    }
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static byte[] tar(int longFileMode, Object... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(longFileMode);
      for (int i = 0; i < members.length; i += 3) {
        tar(tar, (String) members[i], (Byte) members[i + 1], (String) members[i + 2]);
      }
    }
    return out.toByteArray();
  }

  private static byte[] threeDocuments() throws IOException {
    return tar(
        TarArchiveOutputStream.LONGFILE_ERROR,
        "a.md",
        TarConstants.LF_NORMAL,
        "A".repeat(600),
        "b.md",
        TarConstants.LF_NORMAL,
        "B".repeat(600),
        "c.md",
        TarConstants.LF_NORMAL,
        "C".repeat(600));
  }

  @Test
  void tarMembersOfEveryKind() throws Exception {
    for (int mode :
        new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
      byte[] archive =
          tar(
              mode,
              "./",
              TarConstants.LF_DIR,
              "",
              "./a.md",
              TarConstants.LF_NORMAL,
              "A",
              LONG,
              TarConstants.LF_NORMAL,
              "long",
              "img/p.png",
              TarConstants.LF_NORMAL,
              "x".repeat(2000),
              "link.md",
              TarConstants.LF_SYMLINK,
              "../../etc/passwd",
              "hard.md",
              TarConstants.LF_LINK,
              "a.md",
              "device.md",
              TarConstants.LF_CHR,
              "",
              ".hidden/h.md",
              TarConstants.LF_NORMAL,
              "",
              "../evil.md",
              TarConstants.LF_NORMAL,
              "no",
              "/root.md",
              TarConstants.LF_NORMAL,
              "no",
              "a.md",
              TarConstants.LF_NORMAL,
              "again",
              ".docaudit/files.jsonl",
              TarConstants.LF_NORMAL,
              MANIFEST,
              "large.md",
              TarConstants.LF_NORMAL,
              "x".repeat(1001),
              "z.md",
              TarConstants.LF_NORMAL,
              "Z");
      assertEquals(
          List.of(
              "t.tar#10 corpus/unsafe-path: the path '/root.md' is absolute; it was not read",
              "t.tar#11 corpus/duplicate-path: the path 'a.md' stands twice; only the first member"
                  + " of it was read",
              "t.tar#12 corpus/invalid-member: the line is not valid JSON: Unrecognized token"
                  + " 'nonsense': was expecting (JSON String, Number, Array, Object or token"
                  + " 'null', 'true' or 'false')",
              "t.tar#9 corpus/unsafe-path: the path '../evil.md' leads upwards; it was not read",
              ".hidden/h.md skipped hidden",
              "a.md = A",
              "device.md other",
              "hard.md other",
              "img/p.png other",
              "large.md document/too-large: the document is larger than the limit of 1000 bytes",
              "link.md other",
              LONG + " = long",
              "m.md skipped excluded",
              "m.png other",
              "z.md = Z"),
          contents("t.tar", archive));
    }
  }

  @Test
  void behindABrokenHeaderTheTarGoesOn() throws Exception {
    byte[] archive = threeDocuments();
    archive[1536 + 3] ^= 1;
    assertEquals(
        List.of(
            "t.tar corpus/damaged: damaged behind member 1: a header is broken",
            "a.md = " + "A".repeat(600),
            "c.md = " + "C".repeat(600)),
        contents("t.tar", archive));
  }

  @Test
  void aTarThatWasCutOffKeepsWhatIsWhole() throws Exception {
    assertEquals(
        List.of(
            "t.tar corpus/damaged: damaged behind member 2: it ends too early",
            "a.md = " + "A".repeat(600),
            "b.md corpus/damaged: the packed corpus is damaged here: it ends too early"),
        contents("t.tar", Arrays.copyOf(threeDocuments(), 1536 + 512 + 100)));
    assertEquals(
        List.of(
            "t.tar corpus/damaged: damaged behind member 1: it has no end mark",
            "a.md = " + "A".repeat(600)),
        contents("t.tar", Arrays.copyOf(threeDocuments(), 1536)));
  }

  /** A long name is read into memory whole, so how long it may be is bounded. */
  @Test
  void aHeaderCannotBeEndless() throws Exception {
    byte[] archive =
        tar(
            TarArchiveOutputStream.LONGFILE_GNU,
            "a.md",
            TarConstants.LF_NORMAL,
            "A",
            "././@LongLink",
            TarConstants.LF_GNUTYPE_LONGNAME,
            "x".repeat(2 << 20),
            "b.md",
            TarConstants.LF_NORMAL,
            "B");
    assertEquals(
        List.of("t.tar corpus/over-limit: a header is larger than 1048576 bytes", "a.md = A"),
        contents("t.tar", archive));
  }

  private static ZipArchiveEntry zip(
      ZipArchiveOutputStream zip, String name, int method, String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    entry.setSize(bytes.length);
    zip.putArchiveEntry(entry);
    zip.write(bytes);
    zip.closeArchiveEntry();
    return entry;
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip(zip, "docs/", ZipEntry.STORED, "");
      zip(zip, "docs/a.md", ZipEntry.STORED, "stored");
      zip(zip, LONG, ZipEntry.DEFLATED, "deflated");
      zip(zip, "p.png", ZipEntry.STORED, "x");
      zip(zip, "..\\evil.md", ZipEntry.STORED, "no");
      zip(zip, "../evil.md", ZipEntry.STORED, "no");
      zip(zip, "docs/./a.md", ZipEntry.STORED, "again");
      ZipArchiveEntry link = new ZipArchiveEntry("link.md");
      link.setUnixMode(0120777);
      link.setMethod(ZipEntry.DEFLATED);
      zip.putArchiveEntry(link);
      zip.write("docs/a.md".getBytes(UTF_8));
      zip.closeArchiveEntry();
      zip(zip, "large.md", ZipEntry.DEFLATED, "x".repeat(1001));
      zip(zip, "secret.md", ZipEntry.STORED, "secret");
      zip(zip, "method.md", ZipEntry.STORED, "method");
      zip(zip, "broken.md", ZipEntry.STORED, "br0ken");
      zip(zip, "z.md", ZipEntry.DEFLATED, "Z");
    }
    return out.toByteArray();
  }

  /** Index of the header in the directory, of which a name begins 46 bytes further. */
  private static int directoryHeader(byte[] zip, String name) {
    String text = new String(zip, ISO_8859_1);
    return text.lastIndexOf(name) - 46;
  }

  @Test
  void zipMembersOfEveryKind() throws Exception {
    byte[] archive = zip();
    archive[directoryHeader(archive, "secret.md") + 8] |= 1;
    archive[directoryHeader(archive, "method.md") + 10] = 12;
    String text = new String(archive, ISO_8859_1);
    archive[text.indexOf("br0ken") + 2] = 'o';
    assertEquals(
        List.of(
            "z.zip#10 corpus/invalid-member: the member is encrypted",
            "z.zip#11 corpus/invalid-member: the member is compressed by method 12, which is not"
                + " supported",
            "z.zip#5 corpus/unsafe-path: the path '../evil.md' leads upwards; it was not read",
            "z.zip#6 corpus/unsafe-path: the path '../evil.md' leads upwards; it was not read",
            "z.zip#7 corpus/duplicate-path: the path 'docs/a.md' stands twice; only the first"
                + " member of it was read",
            "broken.md corpus/damaged: the packed corpus is damaged here: invalid entry CRC"
                + " (expected 0x"
                + crc("br0ken")
                + " but got 0x"
                + crc("broken")
                + ")",
            "docs/a.md = stored",
            "large.md document/too-large: the document is larger than the limit of 1000 bytes",
            "link.md other",
            LONG + " = deflated",
            "p.png other",
            "z.md = Z"),
        contents("z.zip", archive));
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return Long.toHexString(crc.getValue());
  }

  @Test
  void membersThatLieOverEachOtherAreABomb() throws Exception {
    byte[] archive = zip();
    int header = directoryHeader(archive, "z.md");
    // The compressed size of the last, in the directory.
    archive[header + 22] = 1;
    List<String> contents = contents("z.zip", archive);
    assertEquals(
        "z.zip corpus/over-limit: its members lie over each other, as in a zip bomb",
        contents.get(0));
    assertTrue(contents.contains("docs/a.md = stored"), contents.toString());
  }
}
