package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentBufferTest {

  private static ReadableByteChannel channel(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }

  @Test
  void documentsComeBackAsTheyWere() throws Exception {
    DocumentBuffer documents = new DocumentBuffer();
    byte[] large = new byte[1 << 20];
    new Random(1).nextBytes(large);
    documents.append(new byte[] {1, 2});
    // However wrong the expectation is.
    assertEquals(1 << 20, documents.appendFrom(channel(large), 0, 1 << 20));
    assertEquals(0, documents.appendFrom(channel(new byte[0]), 10, 10));
    assertEquals(1, documents.appendFrom(channel(new byte[] {3}), 1 << 20, 10));
    assertEquals(4, documents.size());
    assertEquals(3 + (1 << 20), documents.bytes());
    assertArrayEquals(new byte[] {1, 2}, documents.get(0));
    assertArrayEquals(large, documents.get(1));
    assertEquals(1 << 20, documents.length(1));
    assertArrayEquals(new byte[0], documents.get(2));
    assertArrayEquals(new byte[] {3}, documents.get(3));
    assertThrows(IndexOutOfBoundsException.class, () -> documents.get(4));
    assertThrows(IndexOutOfBoundsException.class, () -> documents.length(-1));
  }

  @Test
  void nothingIsLeftOfWhatIsTooLongOrFails() throws Exception {
    DocumentBuffer documents = new DocumentBuffer();
    documents.append(new byte[] {1});
    assertTrue(documents.appendFrom(channel(new byte[11]), 5, 10) > 10);
    ReadableByteChannel broken =
        new ReadableByteChannel() {
          private int left = 100;

          @Override
          public int read(ByteBuffer to) throws IOException {
            if (left-- == 0) {
              throw new IOException("torn");
            }
            to.put((byte) 'x');
            return 1;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    assertThrows(IOException.class, () -> documents.appendFrom(broken, 1000, 1000));
    assertEquals(1, documents.size());
    assertEquals(1, documents.bytes());
    documents.append(new byte[] {2});
    assertArrayEquals(new byte[] {2}, documents.get(1));
  }

  @Test
  void theKernelTakesItAsItIsPacked() {
    DocumentBuffer documents = new DocumentBuffer();
    for (int batch = 0; batch < 2; batch++) {
      documents.clear(5);
      documents.append(new byte[] {'a', 'b'});
      documents.append(new byte[] {'c'});
      ByteBuffer packed = documents.packed().order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(3 + 3 * Integer.BYTES, packed.remaining());
      assertEquals('c', packed.get(2));
      assertEquals(2, packed.getInt(3));
      assertEquals(1, packed.getInt(7));
      assertEquals(2, packed.getInt(11));
      // Packing is not the end of it.
      documents.append(new byte[] {'d'});
      assertArrayEquals(new byte[] {'d'}, documents.get(2));
    }
  }
}
