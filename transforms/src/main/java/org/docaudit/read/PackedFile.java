package org.docaudit.read;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.beam.sdk.io.FileSystems;
import org.docaudit.container.ContainerSource;

/** The file of a packed corpus. */
final class PackedFile {
  private PackedFile() {}

  /**
   * The file at a location.
   *
   * @param location as in {@link CorpusRoot#location}
   */
  static ContainerSource source(String location, boolean local) {
    return local
        ? () -> Files.newByteChannel(Path.of(URI.create(location)), StandardOpenOption.READ)
        : () -> remote(location);
  }

  private static SeekableByteChannel remote(String location) throws IOException {
    ReadableByteChannel channel = FileSystems.open(FileSystems.matchNewResource(location, false));
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException("its file system gives no access to parts of a file");
  }
}
