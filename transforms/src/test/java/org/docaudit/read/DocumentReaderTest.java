package org.docaudit.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.nativeudf.DocumentBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
  @TempDir Path folder;
  private CorpusRoot root;
  private ListedFile document;
  private Path path;

  @BeforeEach
  void listOneDocument() throws Exception {
    Tree tree = new Tree(folder).file("a.md", "text");
    CorpusListing listing =
        CorpusLister.list(List.of(tree.root.toString()), ListingOptions.DEFAULT);
    root = listing.roots().get(0);
    document = listing.files().get(0);
    path = folder.resolve("a.md");
  }

  private byte[] read(long maxBytes) throws ReadFailure {
    DocumentBuffer batch = new DocumentBuffer();
    batch.append(new byte[] {'x'});
    try {
      new DocumentReader(maxBytes).read(root, document, batch);
    } catch (ReadFailure e) {
      assertEquals(1, batch.size());
      assertEquals(1, batch.bytes());
      throw e;
    }
    assertEquals(2, batch.size());
    return batch.get(1);
  }

  @Test
  void nobodyIsAskedWhetherADocumentMayBeReadThatEverybodyMayRead() throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    CorpusListing listing =
        CorpusLister.list(List.of(folder.toString()), ListingOptions.DEFAULT.withPermissions(true));
    ListedFile readable = listing.files().get(0);
    DocumentReader reader = new DocumentReader(4);
    assertTrue(readable.readableByAll());
    assertTrue(reader.isReadable(root, document));
    Files.delete(path);
    assertTrue(reader.isReadable(root, readable));
    assertFalse(reader.isReadable(root, document));
  }

  private Finding finding(long maxBytes) {
    return assertThrows(ReadFailure.class, () -> read(maxBytes)).finding();
  }

  @Test
  void readsWhatIsThereNowUpToTheLimit() throws Exception {
    assertArrayEquals("text".getBytes(UTF_8), read(4));
    Files.writeString(path, "");
    assertArrayEquals(new byte[0], read(4));
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    Files.write(path, large);
    assertArrayEquals(large, read(3 << 20));
    assertArrayEquals(large, read(Long.MAX_VALUE));
  }

  @Test
  void doesNotReadBeyondTheLimit() {
    assertEquals(
        Finding.ofDocument(
            Rule.DOCUMENT_TOO_LARGE, "the document is larger than the limit of 3 bytes"),
        finding(3));
  }

  @Test
  void aCorpusThatIsGoneIsNoMatterOfADocument() throws Exception {
    Files.delete(path);
    Files.delete(folder);
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> read(10));
    assertEquals(
        "the corpus "
            + root.location()
            + " is not there: it was removed, or this worker does not share the file system that"
            + " it was listed on",
        e.getCause().getMessage());
    Files.createDirectory(folder);
  }

  @Test
  void whatIsGoneHasVanished() throws Exception {
    Files.delete(path);
    assertEquals(
        Finding.ofDocument(Rule.DOCUMENT_VANISHED, "the document was listed, but is gone"),
        finding(10));
  }

  @Test
  void whatIsNoFileAnyMoreIsUnreadable() throws Exception {
    Files.delete(path);
    Files.createDirectory(path);
    assertEquals(unreadable("it is a folder now"), finding(10));
    Files.delete(path);
    Files.createSymbolicLink(path, Path.of("nothing"));
    assertEquals(unreadable("it is a symbolic link to nothing"), finding(10));
    Files.delete(path);
    Files.createSymbolicLink(path, Path.of("/dev/zero"));
    assertEquals(unreadable("it is no regular file"), finding(10));
  }

  @Test
  void withoutPermissionItIsUnreadable() throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(path), "this user may read everything");
    assertEquals(unreadable("permission denied"), finding(10));
  }

  @Test
  void aFileWhoseSizeTheSystemDoesNotTellIsReadToItsEnd() throws Exception {
    Path proc = Path.of("/proc/self/status");
    assumeFalse(Files.notExists(proc), "no /proc");
    Files.delete(path);
    Files.createSymbolicLink(path, proc);
    assertEquals(true, new String(read(1 << 20), UTF_8).contains("VmPeak"));
    assertEquals(Rule.DOCUMENT_TOO_LARGE, finding(20).rule());
  }

  private static Finding unreadable(String why) {
    return Finding.ofDocument(Rule.DOCUMENT_UNREADABLE, "the document could not be read: " + why);
  }
}
