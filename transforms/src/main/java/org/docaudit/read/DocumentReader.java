package org.docaudit.read;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.MemberException;
import org.docaudit.container.MemberReader;
import org.docaudit.model.Rule;
import org.docaudit.nativeudf.DocumentBuffer;

/**
 * Reads whole documents up to a size limit. Not safe for threads; make one where it is used. Of
 * packed corpora the last one that was read stays open.
 *
 * <p>A document is what it is when read, not when listed: it may have grown, shrunk, vanished or
 * become something else, and only a regular file is opened (opening a pipe could wait forever).
 * Names that the locale cannot express are opened by their bytes.
 */
public final class DocumentReader implements Closeable {
  /** Of a batch of a packed corpus: its sizes are what somebody wrote into it. */
  private static final long MAX_UNEXPECTED_BYTES = 256L << 20;

  private final long maxBytes;
  private final ObjectStores stores;
  private final ReadAhead ahead;
  private final Map<String, Path> folders = new HashMap<>();
  private @Nullable MemberReader packed;

  /** Location of the corpus that {@link #packed} reads. */
  private String packedLocation = "";

  /** For corpora of local disks and of Beam's file systems. */
  public DocumentReader(long maxBytes) {
    this(maxBytes, ObjectStores.BEAM);
  }

  /**
   * @param maxBytes larger documents are not read; positive
   * @param stores for corpora that are not local
   */
  public DocumentReader(long maxBytes, ObjectStores stores) {
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("maxBytes must be positive, not " + maxBytes);
    }
    this.maxBytes = Math.min(maxBytes, Integer.MAX_VALUE - 16);
    this.stores = stores;
    this.ahead = new ReadAhead(this.maxBytes);
  }

  /** Announces the batch whose documents are read next, each of them once. */
  public void begin(CorpusBatch batch) {
    ahead.clear();
    // A large document, which is the only one of its batch, goes straight to where it belongs.
    if (batch.documentCount() > 1 && batch.roots().stream().anyMatch(DocumentReader::isAsked)) {
      for (ListedFile file : batch) {
        CorpusRoot root = batch.roots().get(file.root());
        if (file.isDocument() && isAsked(root) && file.bytes() <= maxBytes) {
          String uri = root.location() + root.relativize(file);
          ahead.ask(stores.at(uri), uri);
        }
      }
    }
  }

  /** Whether each document of a corpus is a request of its own. */
  private static boolean isAsked(CorpusRoot root) {
    return !root.local() && root.packed() == null;
  }

  /**
   * Reads a document.
   *
   * @param root that the document was listed in
   * @param batch to which its bytes are appended
   * @throws ReadFailure with the finding that says why it cannot be read; nothing was appended
   * @throws UncheckedIOException where the whole corpus is gone or cannot be reached, or the thread
   *     was interrupted, which says nothing of the document
   */
  public void read(CorpusRoot root, ListedFile document, DocumentBuffer batch) throws ReadFailure {
    try {
      if (root.packed() != null) {
        readPacked(root, root.packed(), document, batch);
      } else if (root.local()) {
        readLocal(root, document, batch);
      } else {
        readRemote(root, document, batch);
      }
    } catch (MemberException e) {
      throw new ReadFailure(e.rule(), e.getMessage());
    } catch (NoSuchFileException | FileNotFoundException e) {
      requireRoot(root);
      throw new ReadFailure(Rule.DOCUMENT_VANISHED, "the document was listed, but is gone");
    } catch (StoreUnavailableException | InterruptedIOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(IoMessages.of(e));
    }
  }

  /**
   * Whether a document may be opened, as far as that can be told without opening it; always where
   * it is not on a local file system. Of one whose listing says that everybody may read it nobody
   * is asked, which takes 2 µs: an entry of an access control list that shuts out this user alone
   * is not seen.
   */
  public boolean isReadable(CorpusRoot root, ListedFile document) {
    return document.readableByAll() || !root.local() || Files.isReadable(path(root, document));
  }

  private static void requireRoot(CorpusRoot root) {
    boolean there =
        root.packed() == null
            ? !root.local() || Files.isDirectory(Path.of(URI.create(root.location())))
            : root.local() && Files.exists(Path.of(URI.create(root.location())));
    if (!there) {
      throw new UncheckedIOException(
          new IOException(
              ("the corpus %s is not there: it was removed, or this worker does not share the file"
                      + " system that it was listed on")
                  .formatted(root.location())));
    }
  }

  private void readLocal(CorpusRoot root, ListedFile document, DocumentBuffer batch)
      throws IOException, ReadFailure {
    Path path = path(root, document);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(path)) {
        throw unreadable("it is a symbolic link to nothing");
      }
      throw e;
    }
    if (!attributes.isRegularFile()) {
      throw unreadable(attributes.isDirectory() ? "it is a folder now" : "it is no regular file");
    }
    requireSmall(attributes.size());
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      requireSmall(batch.appendFrom(channel, attributes.size(), maxBytes));
    }
  }

  private Path path(CorpusRoot root, ListedFile document) {
    String escaped = document.escapedPath();
    if (escaped == null) {
      String relative = root.relativize(document);
      if (EntryName.isOpenableAsText(relative)) {
        return folders
            .computeIfAbsent(root.location(), location -> Path.of(URI.create(location)))
            .resolve(relative);
      }
      escaped = EntryName.escape(relative);
    }
    return Path.of(URI.create(root.location() + escaped));
  }

  private void readPacked(
      CorpusRoot root, PackedCorpus corpus, ListedFile document, DocumentBuffer batch)
      throws IOException, ReadFailure {
    if (!batch.isEmpty() && batch.bytes() > MAX_UNEXPECTED_BYTES) {
      throw new ReadFailure(
          Rule.CORPUS_OVER_LIMIT, "the packed corpus gives far larger documents than it says");
    }
    if (packed == null || !packedLocation.equals(root.location())) {
      close();
      packed =
          MemberReader.open(
              PackedFile.source(root.location(), root.local(), stores),
              corpus.format(),
              corpus.fields());
      packedLocation = root.location();
    }
    try {
      requireSmall(
          packed.read(
              document.position(), root.relativize(document), document.bytes(), maxBytes, batch));
    } catch (MemberException
        | FileNotFoundException
        | StoreUnavailableException
        | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new ReadFailure(
          Rule.CORPUS_DAMAGED, "the packed corpus is damaged here: " + IoMessages.of(e));
    }
  }

  private void readRemote(CorpusRoot root, ListedFile document, DocumentBuffer batch)
      throws IOException, ReadFailure {
    requireSmall(document.bytes());
    String uri = root.location() + root.relativize(document);
    byte[] content = ahead.take(uri);
    if (content != null) {
      requireSmall(content.length);
      batch.append(content);
      return;
    }
    try (ReadableByteChannel channel = stores.at(uri).open(uri)) {
      requireSmall(batch.appendFrom(channel, document.bytes(), maxBytes));
    }
  }

  private void requireSmall(long size) throws ReadFailure {
    if (size > maxBytes) {
      throw new ReadFailure(
          Rule.DOCUMENT_TOO_LARGE,
          "the document is larger than the limit of " + maxBytes + " bytes");
    }
  }

  @Override
  public void close() throws IOException {
    if (packed != null) {
      packed.close();
      packed = null;
    }
  }

  private static ReadFailure unreadable(String why) {
    return new ReadFailure(Rule.DOCUMENT_UNREADABLE, "the document could not be read: " + why);
  }
}
