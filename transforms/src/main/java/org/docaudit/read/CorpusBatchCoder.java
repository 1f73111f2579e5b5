package org.docaudit.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.ContainerFormat;
import org.docaudit.container.FieldNames;

/** Coder of {@link CorpusBatch}: deterministic, and equal batches have equal encodings. */
public final class CorpusBatchCoder extends AtomicCoder<CorpusBatch> {
  private static final long serialVersionUID = 1;
  private static final CorpusBatchCoder INSTANCE = new CorpusBatchCoder();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final NullableCoder<String> NULLABLE_TEXT = NullableCoder.of(TEXT);

  private CorpusBatchCoder() {}

  public static CorpusBatchCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(CorpusBatch batch, OutputStream out) throws IOException {
    INT.encode(batch.id(), out);
    INT.encode(batch.roots().size(), out);
    for (CorpusRoot root : batch.roots()) {
      TEXT.encode(root.name(), out);
      TEXT.encode(root.pathPrefix(), out);
      TEXT.encode(root.location(), out);
      BooleanCoder.of().encode(root.local(), out);
      encode(root.packed(), out);
    }
    FileRun files = batch.files();
    INT.encode(files.skips().size(), out);
    for (Skip skip : files.skips()) {
      TEXT.encode(skip.reason().name(), out);
      NULLABLE_TEXT.encode(skip.rule(), out);
    }
    ByteArrayCoder.of().encode(files.packed(), out);
    INT.encode(files.size(), out);
    INT.encode(files.documents(), out);
    LONG.encode(files.documentBytes(), out);
    BooleanCoder.of().encode(batch.continued(), out);
  }

  @Override
  public CorpusBatch decode(InputStream in) throws IOException {
    int id = INT.decode(in);
    List<CorpusRoot> roots = new ArrayList<>();
    for (int n = INT.decode(in); n > 0; n--) {
      roots.add(
          new CorpusRoot(
              TEXT.decode(in),
              TEXT.decode(in),
              TEXT.decode(in),
              BooleanCoder.of().decode(in),
              decodePacked(in)));
    }
    List<Skip> skips = new ArrayList<>();
    for (int n = INT.decode(in); n > 0; n--) {
      skips.add(new Skip(SkipReason.valueOf(TEXT.decode(in)), NULLABLE_TEXT.decode(in)));
    }
    FileRun files =
        new FileRun(
            ByteArrayCoder.of().decode(in), INT.decode(in), INT.decode(in), LONG.decode(in), skips);
    return new CorpusBatch(id, roots, files, BooleanCoder.of().decode(in));
  }

  private static void encode(@Nullable PackedCorpus packed, OutputStream out) throws IOException {
    BooleanCoder.of().encode(packed != null, out);
    if (packed != null) {
      TEXT.encode(packed.format().extension(), out);
      NULLABLE_TEXT.encode(packed.fields().path(), out);
      NULLABLE_TEXT.encode(packed.fields().text(), out);
    }
  }

  private static @Nullable PackedCorpus decodePacked(InputStream in) throws IOException {
    return BooleanCoder.of().decode(in)
        ? new PackedCorpus(
            ContainerFormat.ofName(TEXT.decode(in)).orElseThrow(),
            new FieldNames(NULLABLE_TEXT.decode(in), NULLABLE_TEXT.decode(in)))
        : null;
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
