package org.docaudit.pipeline.report;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * A file of a report that is not local. It is a temporary file without a name until it is closed,
 * and is sent then: what a worker could not finish never stands in the place of what another has
 * finished, and nothing of it is held in memory.
 */
final class RemotePart extends ReportPart {

  private final FileChannel temporary;
  private final String uri;

  private RemotePart(FileChannel temporary, String uri) {
    super(Channels.newOutputStream(temporary), uri);
    this.temporary = temporary;
    this.uri = uri;
  }

  static RemotePart create(String uri) throws IOException {
    Path file = Files.createTempFile("docaudit-", ".part");
    return new RemotePart(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE),
        uri);
  }

  @Override
  void complete() throws IOException {
    try (temporary) {
      temporary.position(0);
      send(temporary, uri, MimeTypes.BINARY);
    }
  }

  @Override
  void discard() throws IOException {
    temporary.close();
  }

  /** Sends what a local file has from its position on. */
  static void send(FileChannel file, String uri, String mimeType) throws IOException {
    try (WritableByteChannel target =
        FileSystems.create(FileSystems.matchNewResource(uri, false), mimeType)) {
      long end = file.size();
      long position = file.position();
      while (position < end) {
        position += file.transferTo(position, end - position, target);
      }
    } catch (RuntimeException e) {
      // Beam's file systems let some of what their stores say through.
      throw new IOException("cannot write " + uri + ": " + e.getMessage(), e);
    }
  }
}
