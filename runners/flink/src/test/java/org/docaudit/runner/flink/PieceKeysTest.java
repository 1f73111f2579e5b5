package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.beam.runners.flink.translation.wrappers.streaming.FlinkKeyUtils;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.docaudit.pack.PieceCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceKeysTest {

  /** By Flink's own assignment: no slot gets two pieces more than another. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16})
  void slotsGetEvenShares(int slots) {
    int keyGroups = KeyGroupRangeAssignment.computeDefaultMaxParallelism(slots);
    int[] pieces = new int[slots];
    for (int piece = 0; piece < 1024; piece++) {
      ByteBuffer key = FlinkKeyUtils.encodeKey(piece, PieceCoder.of());
      pieces[KeyGroupRangeAssignment.assignKeyToParallelOperator(key, keyGroups, slots)]++;
      int most = Arrays.stream(pieces).max().orElseThrow();
      int least = Arrays.stream(pieces).min().orElseThrow();
      assertTrue(most - least <= 1, Arrays.toString(pieces));
    }
    assertEquals(1024, Arrays.stream(pieces).sum());
  }

  @Test
  void piecesComeBack() throws IOException {
    for (int piece : new int[] {0, 127, 128, 1023, 1024, Integer.MAX_VALUE}) {
      ByteBuffer key = FlinkKeyUtils.encodeKey(piece, PieceCoder.of());
      byte[] bytes = new byte[key.remaining()];
      key.get(bytes);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      assertEquals(piece, PieceCoder.of().decode(in));
      assertEquals(0, in.available());
    }
  }
}
