package org.docaudit.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.util.SerializableUtils;

/** Encodes totals by Java serialization: there is one element a batch or bucket. */
public final class CorpusTotalsCoder extends AtomicCoder<CorpusTotals> {

  private static final long serialVersionUID = 1;

  private static final CorpusTotalsCoder INSTANCE = new CorpusTotalsCoder();

  private CorpusTotalsCoder() {}

  public static CorpusTotalsCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(CorpusTotals totals, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(SerializableUtils.serializeToByteArray(totals), out);
  }

  @Override
  public CorpusTotals decode(InputStream in) throws IOException {
    return (CorpusTotals)
        SerializableUtils.deserializeFromByteArray(ByteArrayCoder.of().decode(in), "totals");
  }
}
