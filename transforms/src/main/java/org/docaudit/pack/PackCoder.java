package org.docaudit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;

/**
 * Packs after their length, wherever they stand. Where a value is a whole stream, {@link
 * ByteArrayCoder} leaves out the length and then reads 8 KiB at a time into an array that grows;
 * the DirectRunner so copies what a key has, whenever something is added to it.
 */
final class PackCoder extends AtomicCoder<byte[]> {

  private static final long serialVersionUID = 1;

  private static final PackCoder INSTANCE = new PackCoder();

  private PackCoder() {}

  static PackCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(byte[] pack, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(pack, out);
  }

  @Override
  public byte[] decode(InputStream in) throws IOException {
    return ByteArrayCoder.of().decode(in);
  }
}
