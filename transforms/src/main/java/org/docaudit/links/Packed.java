package org.docaudit.links;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Strings of any length as a length and UTF-8, which is what paths and anchors take least in;
 * {@link DataOutput#writeUTF} ends at 64 KiB.
 */
final class Packed {
  private Packed() {}

  static void writeString(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeCount(bytes.length, out);
    out.write(bytes);
  }

  static String readString(DataInput in) throws IOException {
    byte[] bytes = new byte[readCount(in)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  static void writeCount(int count, DataOutput out) throws IOException {
    int rest = count;
    while (rest >= 0x80) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  static int readCount(DataInput in) throws IOException {
    int count = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int bits = in.readByte();
      count |= (bits & 0x7F) << shift;
      if (bits >= 0) {
        return count;
      }
    }
    throw new IOException("a count of more than 32 bits");
  }
}
