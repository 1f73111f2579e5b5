package org.docaudit.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.FileSystems;
import org.docaudit.model.Rule;

/**
 * Reads whole documents up to a size limit. Safe for threads; make one where it is used.
 *
 * <p>A document is what it is when read, not when listed: it may have grown, shrunk, vanished or
 * become something else, and only a regular file is opened (opening a pipe could wait forever).
 * Names that the locale cannot express are opened by their bytes.
 */
public final class DocumentReader {
  /** Bytes of one read; Java keeps a buffer of this size outside the heap for each thread. */
  private static final int CHUNK = 256 << 10;

  private final long maxBytes;
  private final Map<String, Path> folders = new ConcurrentHashMap<>();

  /**
   * @param maxBytes larger documents are not read; positive
   */
  public DocumentReader(long maxBytes) {
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("maxBytes must be positive, not " + maxBytes);
    }
    this.maxBytes = Math.min(maxBytes, Integer.MAX_VALUE - 16);
  }

  /**
   * The bytes of a document.
   *
   * @param root that the document was listed in
   */
  public byte[] read(CorpusRoot root, ListedFile document) throws ReadFailure {
    try {
      return root.local() ? readLocal(root, document) : readRemote(root, document);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new ReadFailure(Rule.DOCUMENT_VANISHED, "the document was listed, but is gone");
    } catch (IOException e) {
      throw unreadable(IoMessages.of(e));
    }
  }

  private byte[] readLocal(CorpusRoot root, ListedFile document) throws IOException, ReadFailure {
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
      return read(channel, (int) attributes.size());
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

  /** Reads to the end, expecting it after {@code size} bytes. */
  private byte[] read(FileChannel channel, int size) throws IOException, ReadFailure {
    // One byte more than expected, so that the end is seen without growing the array.
    byte[] bytes = new byte[size + 1];
    int length = 0;
    while (true) {
      int n = channel.read(ByteBuffer.wrap(bytes, length, Math.min(CHUNK, bytes.length - length)));
      if (n < 0) {
        return Arrays.copyOf(bytes, length);
      }
      length += n;
      requireSmall(length);
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes + 1, 2L * length + CHUNK));
      }
    }
  }

  private byte[] readRemote(CorpusRoot root, ListedFile document) throws IOException, ReadFailure {
    requireSmall(document.bytes());
    String uri = root.location() + root.relativize(document);
    try (InputStream in =
        Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(uri, false)))) {
      byte[] bytes = in.readNBytes((int) maxBytes + 1);
      requireSmall(bytes.length);
      return bytes;
    }
  }

  private void requireSmall(long size) throws ReadFailure {
    if (size > maxBytes) {
      throw new ReadFailure(
          Rule.DOCUMENT_TOO_LARGE,
          "the document is larger than the limit of " + maxBytes + " bytes");
    }
  }

  private static ReadFailure unreadable(String why) {
    return new ReadFailure(Rule.DOCUMENT_UNREADABLE, "the document could not be read: " + why);
  }
}
