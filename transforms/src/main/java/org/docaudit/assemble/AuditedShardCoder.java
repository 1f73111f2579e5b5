package org.docaudit.assemble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.docaudit.analysis.AnalysisConfig;

/** Encodes a shard as its packs; used only where a runner does not fuse the steps around it. */
final class AuditedShardCoder extends AtomicCoder<AuditedShard> {

  private static final long serialVersionUID = 1;

  private static final Coder<AnalysisConfig> CONFIG = SerializableCoder.of(AnalysisConfig.class);
  private static final Coder<List<byte[]>> PACKS = ListCoder.of(ByteArrayCoder.of());

  @Override
  public void encode(AuditedShard shard, OutputStream out) throws IOException {
    VarIntCoder.of().encode(shard.shard(), out);
    CONFIG.encode(shard.config(), out);
    PACKS.encode(shard.packs(), out);
  }

  @Override
  public AuditedShard decode(InputStream in) throws IOException {
    return new AuditedShard(VarIntCoder.of().decode(in), CONFIG.decode(in), PACKS.decode(in));
  }
}
