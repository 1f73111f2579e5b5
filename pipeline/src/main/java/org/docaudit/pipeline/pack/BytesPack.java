package org.docaudit.pipeline.pack;

import java.io.IOException;
import java.io.OutputStream;

/** A pack whose parts are bytes, one behind the other. */
abstract class BytesPack implements PackWriter<byte[]> {
  private final OutputStream out;

  /** Takes the stream and closes it in the end. */
  BytesPack(OutputStream out) {
    this.out = out;
  }

  @Override
  public final void append(byte[] part) throws IOException {
    out.write(part);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
