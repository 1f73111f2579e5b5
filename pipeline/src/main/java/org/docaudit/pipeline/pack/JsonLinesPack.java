package org.docaudit.pipeline.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.docaudit.container.Compression;

/** JSON lines, a frame a part. */
final class JsonLinesPack extends BytesPack {
  private final Compression compression;

  /** Takes the stream and closes it in the end. */
  JsonLinesPack(OutputStream out, Compression compression) {
    super(out);
    this.compression = compression;
  }

  @Override
  public byte[] encode(List<LoadedFile> files) throws IOException {
    return Frames.compress(RecordLines.of(files), compression);
  }
}
