package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeSha256Test {

  @BeforeEach
  void needsTheLibrary() {
    BuiltLibrary.resource();
  }

  @Test
  void theExampleOfTheSpecification() throws Exception {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        HexFormat.of().formatHex(NativeSha256.create().digest(Documents.utf8("abc"))));
  }

  @Test
  void everyLengthAroundItsBlocksAndItsBuffer() throws Exception {
    MessageDigest expected = MessageDigest.getInstance("SHA-256");
    MessageDigest actual = NativeSha256.create(); // Used again: a digest begins anew.
    byte[] content = new byte[(64 << 10) + 200];
    new Random(1).nextBytes(content);
    for (int length = 0; length <= content.length; length += length == 200 ? (64 << 10) - 300 : 1) {
      byte[] bytes = Arrays.copyOf(content, length);
      assertArrayEquals(expected.digest(bytes), actual.digest(bytes), length + " bytes");
    }
  }

  @Test
  void piecesOfEveryKindAreOneStream() throws Exception {
    byte[] content = new byte[1 << 20];
    Random random = new Random(2);
    random.nextBytes(content);
    ByteBuffer direct = ByteBuffer.allocateDirect(content.length).put(content).flip();
    MessageDigest digest = NativeSha256.create();
    for (int start = 0; start < content.length; ) {
      int end = Math.min(content.length, start + random.nextInt(200_000));
      switch (random.nextInt(4)) {
        case 0 -> digest.update(content, start, end - start);
        case 1 -> digest.update(ByteBuffer.wrap(content, start, end - start).asReadOnlyBuffer());
        case 2 -> digest.update(direct.slice(start, end - start));
        default -> {
          end = start + 1;
          digest.update(content[start]);
        }
      }
      start = end;
    }
    assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(content), digest.digest());
  }

  @Test
  void argumentsThatAreNoneAreRefused() throws Exception {
    NativeLibrary.load();
    ByteBuffer block = ByteBuffer.allocateDirect(64);
    assertFails(NativeException.Code.ARGUMENTS, block, 63, new int[8]);
    assertFails(NativeException.Code.ARGUMENTS, block, 128, new int[8]);
    assertFails(NativeException.Code.ARGUMENTS, block, -64, new int[8]);
    assertFails(NativeException.Code.ARGUMENTS, block, 64, new int[7]);
    assertFails(NativeException.Code.JNI, ByteBuffer.allocate(64), 64, new int[8]);
  }

  private static void assertFails(
      NativeException.Code code, ByteBuffer blocks, int length, int[] state) {
    NativeException failure =
        assertThrows(NativeException.class, () -> NativeKernel.hash(blocks, length, state));
    assertEquals(code, failure.code());
  }
}
