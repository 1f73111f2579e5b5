package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeSha256Test {

  @BeforeAll
  static void load() throws Exception {
    BuiltLibrary.resource();
    NativeLibrary.load();
  }

  private static MessageDigest sha256() {
    return NativeSha256.ifLoaded().orElseThrow();
  }

  private static byte[] expected(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  @Test
  void everyLengthGivesWhatJavaGives() throws Exception {
    MessageDigest sha256 = sha256();
    Random random = new Random(1);
    for (int length = 0; length < 10_000; length = length < 300 ? length + 1 : length * 9 / 8) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertArrayEquals(expected(bytes), sha256.digest(bytes), "of " + length);
    }
  }

  @Test
  void partsGiveTheSameAsTheWhole() throws Exception {
    MessageDigest sha256 = sha256();
    Random random = new Random(2);
    byte[] bytes = new byte[20_000];
    random.nextBytes(bytes);
    for (int tries = 0; tries < 200; tries++) {
      int start = random.nextInt(100);
      int end = start;
      while (end < bytes.length - 1000) {
        int next = end + random.nextInt(random.nextInt(1000) + 1);
        if (next == end + 1) {
          sha256.update(bytes[end]);
        } else {
          sha256.update(bytes, end, next - end);
        }
        end = next;
      }
      assertArrayEquals(expected(Arrays.copyOfRange(bytes, start, end)), sha256.digest());
    }
  }

  @Test
  void copiesGoOnByThemselves() throws Exception {
    MessageDigest sha256 = sha256();
    sha256.update(new byte[100]);
    MessageDigest copy = (MessageDigest) sha256.clone();
    copy.update(new byte[] {1});
    assertArrayEquals(expected(new byte[100]), sha256.digest());
    byte[] other = new byte[101];
    other[100] = 1;
    assertArrayEquals(expected(other), copy.digest());
    copy.update(new byte[70]);
    copy.reset();
    assertArrayEquals(expected(new byte[0]), copy.digest());
    assertEquals(32, copy.getDigestLength());
  }

  @Test
  void blocksThatAreNotThereAreRefused() {
    int[] value = new int[8];
    byte[] bytes = new byte[128];
    assertThrows(NativeException.class, () -> NativeKernel.compress(value, bytes, 1, 2));
    assertThrows(NativeException.class, () -> NativeKernel.compress(value, bytes, -1, 1));
    assertThrows(NativeException.class, () -> NativeKernel.compress(value, bytes, 0, -1));
    assertThrows(
        NativeException.class, () -> NativeKernel.compress(value, bytes, Integer.MAX_VALUE, 1));
    assertThrows(NativeException.class, () -> NativeKernel.compress(new int[7], bytes, 0, 1));
  }
}
