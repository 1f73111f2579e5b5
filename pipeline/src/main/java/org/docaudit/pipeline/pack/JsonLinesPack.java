package org.docaudit.pipeline.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.docaudit.container.Compression;

/** JSON lines, a frame a part. */
final class JsonLinesPack implements PackWriter<byte[]> {
  private final OutputStream out;
  private final Compression compression;

  /** Takes the stream and closes it in the end. */
  JsonLinesPack(OutputStream out, Compression compression) {
    this.out = out;
    this.compression = compression;
  }

  @Override
  public byte[] encode(List<LoadedFile> files) throws IOException {
    return Frames.compress(RecordLines.of(files), compression);
  }

  @Override
  public void append(byte[] part) throws IOException {
    out.write(part);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
