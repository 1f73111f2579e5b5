package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.assemble.AuditedShard;
import org.docaudit.duplicates.DuplicateGroup;
import org.docaudit.model.AuditedDocument;
import org.docaudit.pack.PieceCoder;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Stage;
import org.docaudit.summary.WordCount;
import org.docaudit.words.CountWords;

/**
 * Writes the tables and the totals of an audit to a {@link ReportLocation}.
 *
 * <p>Whatever is grouped by shard or bucket already is written where it stands, one file a shard or
 * bucket: {@code FileIO.write} would group everything once more, at half a second a table.
 */
public final class WriteReports extends PTransform<PCollectionTuple, PDone> {

  /** Documents with all that is said of them, by shard. */
  public static final TupleTag<AuditedShard> SHARDS = new TupleTag<>() {};

  /** For the words table, from {@link CountWords#ROWS}. */
  public static final TupleTag<KV<Integer, byte[]>> WORDS = new TupleTag<>() {};

  /** For the duplicates table, packs of {@link DuplicateGroup}. */
  public static final TupleTag<KV<Integer, byte[]>> DUPLICATES = new TupleTag<>() {};

  /** Lines of the digest. */
  public static final TupleTag<KV<Integer, byte[]>> DIGEST_LINES = new TupleTag<>() {};

  /** Totals of the steps before. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  private final ReportLocation location;
  private final @Nullable KeptTables kept;

  private WriteReports(ReportLocation location, @Nullable KeptTables kept) {
    this.location = location;
    this.kept = kept;
  }

  public static WriteReports to(ReportLocation location) {
    return new WriteReports(location, null);
  }

  /** The same with tables of earlier reports, or without where there is nothing to keep. */
  public WriteReports keeping(@Nullable KeptTables kept) {
    return new WriteReports(location, kept);
  }

  @Override
  public PDone expand(PCollectionTuple input) {
    CorpusTotalsCoder coder = CorpusTotalsCoder.of();
    PCollection<CorpusTotals> documents =
        input
            .get(SHARDS)
            .apply("WriteDocuments", ParDo.of(new WriteDocumentsFn(location, kept)))
            .setCoder(coder);
    PCollection<CorpusTotals> words =
        input.get(WORDS).apply("WriteWords", ParDo.of(new WriteWordsFn(location))).setCoder(coder);
    PCollection<CorpusTotals> duplicates =
        input
            .get(DUPLICATES)
            .apply("WriteDuplicates", ParDo.of(new WriteDuplicatesFn(location)))
            .setCoder(coder);
    input.get(DIGEST_LINES).apply("WriteDigestLines", ParDo.of(new WriteDigestLinesFn(location)));
    PCollectionList.of(input.get(TOTALS))
        .and(documents)
        .and(words)
        .and(duplicates)
        .apply("AllTotals", Flatten.pCollections())
        .apply("PackTotals", ParDo.of(new PackTotalsFn()))
        .setCoder(PieceCoder.withPacks())
        .apply("GroupTotals", GroupByKey.create())
        .apply("WriteTotals", ParDo.of(new WriteTotalsFn(location)));
    return PDone.in(input.getPipeline());
  }

  private static CorpusTotals spentSince(long start) {
    CorpusTotals totals = new CorpusTotals();
    totals.spent(Stage.WRITE, System.nanoTime() - start);
    return totals;
  }

  static final class WriteDocumentsFn extends DoFn<AuditedShard, CorpusTotals> {

    private static final long serialVersionUID = 1;

    private final ReportLocation location;

    private final @Nullable KeptTables kept;

    WriteDocumentsFn(ReportLocation location, @Nullable KeptTables kept) {
      this.location = location;
      this.kept = kept;
    }

    @ProcessElement
    public void processElement(@Element AuditedShard shard, OutputReceiver<CorpusTotals> out)
        throws IOException {
      long start = System.nanoTime();
      CorpusTotals totals =
          kept == null ? write(shard) : kept.take(shard, location, () -> write(shard));
      totals.spent(Stage.WRITE, System.nanoTime() - start);
      out.output(totals);
    }

    private CorpusTotals write(AuditedShard shard) throws IOException {
      CorpusTotals totals = new CorpusTotals();
      try (ShardTables tables = new ShardTables(location, shard.shard())) {
        shard.forEach(document -> write(document, tables, totals));
      }
      return totals;
    }

    private static void write(AuditedDocument document, ShardTables tables, CorpusTotals totals) {
      try {
        tables.write(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      totals.addDocument(document);
    }
  }

  static final class WriteWordsFn extends DoFn<KV<Integer, byte[]>, CorpusTotals> {

    private static final long serialVersionUID = 1;

    private final ReportLocation location;

    WriteWordsFn(ReportLocation location) {
      this.location = location;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, byte[]> bucket, OutputReceiver<CorpusTotals> out) throws IOException {
      long start = System.nanoTime();
      try (TableWriter table = location.open(Tables.WORDS, bucket.getKey())) {
        for (WordCount row : CountWords.readRows(bucket.getValue())) {
          table.write(row.word(), row.count(), row.documents());
        }
      }
      out.output(spentSince(start));
    }
  }

  static final class WriteDuplicatesFn extends DoFn<KV<Integer, byte[]>, CorpusTotals> {

    private static final long serialVersionUID = 1;

    private final ReportLocation location;

    WriteDuplicatesFn(ReportLocation location) {
      this.location = location;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, byte[]> bucket, OutputReceiver<CorpusTotals> out) throws IOException {
      long start = System.nanoTime();
      try (TableWriter table = location.open(Tables.DUPLICATES, bucket.getKey())) {
        for (DuplicateGroup row : DuplicateGroup.readAll(bucket.getValue())) {
          table.write(row.sha256(), row.bytes(), row.count(), row.paths());
        }
      }
      out.output(spentSince(start));
    }
  }

  static final class WriteDigestLinesFn extends DoFn<KV<Integer, byte[]>, Void> {

    private static final long serialVersionUID = 1;

    private final ReportLocation location;

    WriteDigestLinesFn(ReportLocation location) {
      this.location = location;
    }

    @ProcessElement
    public void processElement(@Element KV<Integer, byte[]> bucket) throws IOException {
      try (OutputStream out = location.create(CorpusDigest.part(bucket.getKey()))) {
        out.write(bucket.getValue());
      }
    }
  }

  /**
   * Packs totals before they meet, all under one key: the DirectRunner copies all that a key has so
   * far whenever something is added to it, and copies bytes at a hundredth of what taking totals
   * apart and putting them together again costs.
   */
  static final class PackTotalsFn extends DoFn<CorpusTotals, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element CorpusTotals totals, OutputReceiver<KV<Integer, byte[]>> out)
        throws CoderException {
      out.output(KV.of(0, CoderUtils.encodeToByteArray(CorpusTotalsCoder.of(), totals)));
    }
  }

  static final class WriteTotalsFn extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {

    private static final long serialVersionUID = 1;

    private final ReportLocation location;

    WriteTotalsFn(ReportLocation location) {
      this.location = location;
    }

    @ProcessElement
    public void processElement(@Element KV<Integer, Iterable<byte[]>> parts) throws IOException {
      CorpusTotals sum = new CorpusTotals();
      for (byte[] part : parts.getValue()) {
        sum.merge(CoderUtils.decodeFromByteArray(CorpusTotalsCoder.of(), part));
      }
      TotalsFile.write(location, sum);
    }
  }
}
