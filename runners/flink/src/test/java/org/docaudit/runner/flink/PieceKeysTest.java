package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.beam.runners.flink.translation.types.EncodedValueComparator;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.operators.shipping.OutputEmitter;
import org.apache.flink.runtime.operators.shipping.ShipStrategyType;
import org.apache.flink.runtime.plugable.SerializationDelegate;
import org.docaudit.pack.PieceCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceKeysTest {

  /** By Flink's own choice of a channel, with Beam's own comparator of keys. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8, 10, 16, 48})
  void slotsGetOnePieceAfterTheOther(int slots) throws IOException {
    OutputEmitter<byte[]> emitter =
        new OutputEmitter<>(ShipStrategyType.PARTITION_HASH, new EncodedValueComparator(true));
    emitter.setup(slots);
    SerializationDelegate<byte[]> key =
        new SerializationDelegate<>(BytePrimitiveArraySerializer.INSTANCE);

    for (int piece = 0; piece < 1024; piece++) {
      key.setInstance(CoderUtils.encodeToByteArray(PieceCoder.of(), piece));
      assertEquals(piece % slots, emitter.selectChannel(key), "piece " + piece);
    }
  }

  @Test
  void piecesComeBack() throws IOException {
    for (int piece : new int[] {0, 127, 128, 1023, 1024, Integer.MAX_VALUE}) {
      ByteArrayInputStream in =
          new ByteArrayInputStream(CoderUtils.encodeToByteArray(PieceCoder.of(), piece));
      assertEquals(piece, PieceCoder.of().decode(in));
      assertEquals(0, in.available());
    }
  }
}
