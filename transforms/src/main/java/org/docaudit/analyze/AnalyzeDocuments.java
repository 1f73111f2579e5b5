package org.docaudit.analyze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.Engines;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.links.LinkRules;
import org.docaudit.model.Finding;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PieceCoder;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusRoot;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.FileKind;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ObjectStores;
import org.docaudit.reuse.BatchReuse;
import org.docaudit.reuse.FactsKey;
import org.docaudit.reuse.KeptDocument;
import org.docaudit.reuse.PieceIndex;
import org.docaudit.reuse.PieceWords;
import org.docaudit.reuse.Reuse;
import org.docaudit.summary.BatchTime;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.EngineTotals;
import org.docaudit.summary.ReuseTotals;
import org.docaudit.summary.ShadowTotals;
import org.docaudit.summary.Stage;
import org.docaudit.summary.WorkerName;
import org.docaudit.summary.WorkerTotals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each document of a batch once and sends on what it says; its content goes no further.
 *
 * <p>Output: {@link #FACTS} by shard; {@link #TARGETS}, {@link #PATHS}, {@link #WORDS}, {@link
 * #HASHES} and {@link #UNIQUES} by bucket; {@link #TOTALS}. The batches of a bundle share elements,
 * so there are as many as bundles and buckets, unless they grow too large. A document that cannot
 * be read is a row of the facts with the finding that says why.
 *
 * <p>With {@link #reusing} the facts of documents that have not changed come from an earlier run,
 * and those of all documents are left to the next. What is sent on is the same.
 */
public final class AnalyzeDocuments extends PTransform<PCollection<CorpusBatch>, PCollectionTuple> {

  /** Facts of the documents, for {@link org.docaudit.assemble.AssembleDocuments}. */
  public static final TupleTag<KV<Integer, byte[]>> FACTS = new TupleTag<>() {};

  /** For {@link org.docaudit.links.CheckLinks#TARGETS}. */
  public static final TupleTag<KV<Integer, byte[]>> TARGETS = new TupleTag<>() {};

  /** For {@link org.docaudit.links.CheckLinks#PATHS}. */
  public static final TupleTag<KV<Integer, byte[]>> PATHS = new TupleTag<>() {};

  /** For {@link org.docaudit.words.CountWords}. */
  public static final TupleTag<KV<Integer, byte[]>> WORDS = new TupleTag<>() {};

  /** For {@link org.docaudit.duplicates.FindDuplicates}. */
  public static final TupleTag<KV<Integer, byte[]>> HASHES = new TupleTag<>() {};

  /** For {@link org.docaudit.frontmatter.CheckUniqueness}. */
  public static final TupleTag<KV<Integer, byte[]>> UNIQUES = new TupleTag<>() {};

  /** What the batches took in. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  /** Held back of a bundle; some runners make one bundle of all that a worker is given. */
  private static final long MAX_HELD_BYTES = 32L << 20;

  /** Metric of the documents that are done, for progress alone. */
  public static final String DOCUMENTS_METRIC = "documents";

  /** Metric of their bytes as listed, for progress alone. */
  public static final String BYTES_METRIC = "bytes";

  private static final Logger LOG = LoggerFactory.getLogger(AnalyzeDocuments.class);

  private final AnalysisConfig config;
  private final LinkRules rules;
  private final AuditPlan plan;
  private final @Nullable Reuse reuse;

  private AnalyzeDocuments(
      AnalysisConfig config, LinkRules rules, AuditPlan plan, @Nullable Reuse reuse) {
    this.config = config;
    this.rules = rules;
    this.plan = plan;
    this.reuse = reuse;
  }

  public static AnalyzeDocuments of(AnalysisConfig config, LinkRules rules, AuditPlan plan) {
    return new AnalyzeDocuments(config, rules, plan, null);
  }

  /** The same with facts of earlier runs, or without where there is nothing to reuse. */
  public AnalyzeDocuments reusing(@Nullable Reuse reuse) {
    return new AnalyzeDocuments(config, rules, plan, reuse);
  }

  @Override
  public PCollectionTuple expand(PCollection<CorpusBatch> batches) {
    PCollectionTuple outputs =
        batches.apply(
            "Analyze",
            ParDo.of(new AnalyzeFn(config, rules, plan, reuse, MAX_HELD_BYTES))
                .withOutputTags(
                    FACTS,
                    TupleTagList.of(TARGETS)
                        .and(PATHS)
                        .and(WORDS)
                        .and(HASHES)
                        .and(UNIQUES)
                        .and(TOTALS)));
    KvCoder<Integer, byte[]> coder = PieceCoder.withPacks();
    for (TupleTag<KV<Integer, byte[]>> tag :
        List.of(FACTS, TARGETS, PATHS, WORDS, HASHES, UNIQUES)) {
      outputs.get(tag).setCoder(coder);
    }
    outputs.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    return outputs;
  }

  static final class AnalyzeFn extends DoFn<CorpusBatch, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    private static final byte[] NO_IDENTITY = {};

    private final AnalysisConfig config;
    private final LinkRules linkRules;
    private final AuditPlan plan;
    private final @Nullable Reuse reuse;
    private final long maxHeldBytes;
    private final Counter documents = Metrics.counter(AnalyzeDocuments.class, DOCUMENTS_METRIC);
    private final Counter bytes = Metrics.counter(AnalyzeDocuments.class, BYTES_METRIC);
    private transient Engines.@MonotonicNonNull Choice engine;
    private transient @MonotonicNonNull ShadowSample shadow;
    private transient @MonotonicNonNull DocumentRules rules;
    private transient @MonotonicNonNull DocumentReader reader;
    private transient @MonotonicNonNull DocumentBuffer contents;
    private transient @MonotonicNonNull OutgoingPieces pieces;
    private transient @MonotonicNonNull Map<String, String> schemaDigests;
    private transient @MonotonicNonNull PieceIndex pieceIndex;

    AnalyzeFn(
        AnalysisConfig config,
        LinkRules linkRules,
        AuditPlan plan,
        @Nullable Reuse reuse,
        long maxHeldBytes) {
      this.config = config;
      this.linkRules = linkRules;
      this.plan = plan;
      this.reuse = reuse;
      this.maxHeldBytes = maxHeldBytes;
    }

    @Setup
    public void setup(PipelineOptions options) {
      engine = Engines.create(config.engine(), config.limits());
      shadow = new ShadowSample(config);
      rules = new DocumentRules(config);
      reader = new DocumentReader(config.limits().maxDocumentBytes(), ObjectStores.of(options));
      contents = new DocumentBuffer();
      schemaDigests = new HashMap<>();
      pieceIndex = new PieceIndex(reuse == null ? List.of() : reuse.pieces());
    }

    @Teardown
    public void teardown() throws IOException {
      if (reader != null) {
        reader.close();
      }
    }

    @StartBundle
    public void startBundle() {
      pieces = OutgoingPieces.of(plan);
    }

    @ProcessElement
    public void processElement(@Element CorpusBatch batch, MultiOutputReceiver out)
        throws IOException {
      AnalyzedBatch analyzed = new AnalyzedBatch(batch.id(), linkRules, pieces);
      for (ListedFile file : batch) {
        // Anchors of a document that is left out are as unknown as those of one that is unreadable.
        analyzed.file(file.path(), file.kind() != FileKind.OTHER);
      }
      analyzed.finish(analyze(batch, analyzed, pieces.totals()));
      documents.inc(batch.documentCount());
      bytes.inc(batch.documentBytes());
      if (pieces.bytes() > maxHeldBytes) {
        send(
            new Receiver() {
              @Override
              public <T> void output(TupleTag<T> tag, T element) {
                out.get(tag).output(element);
              }
            });
        pieces = OutgoingPieces.of(plan);
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      send(
          new Receiver() {
            @Override
            public <T> void output(TupleTag<T> tag, T element) {
              context.output(
                  tag, element, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            }
          });
    }

    /** Returns the identity of the facts, empty where no later run asks for it. */
    private byte[] analyze(CorpusBatch batch, AnalyzedBatch analyzed, CorpusTotals totals)
        throws IOException {
      long start = System.nanoTime();
      @Nullable BatchReuse earlier =
          reuse == null ? null : new BatchReuse(reuse, pieceIndex, batch, engine.name(), reader);
      List<TakenDocument> taken = new ArrayList<>(batch.documentCount());
      contents.clear(batch.documentBytes());
      if (earlier == null || earlier.isEmpty()) {
        reader.begin(batch);
      }
      List<String> paths = new ArrayList<>(batch.documentCount());
      for (ListedFile file : batch) {
        if (file.isDocument()) {
          TakenDocument next = take(batch.roots().get(file.root()), file, earlier);
          taken.add(next);
          if (next.read()) {
            paths.add(file.path());
          }
        }
      }
      long read = System.nanoTime();
      totals.spent(Stage.READ, read - start);
      ParsedBatch parsed = engine.engine().parse(contents);
      count(parsed, paths, totals.engines());
      if (earlier == null) {
        analyzed.words(parsed.words());
        int next = 0;
        for (TakenDocument each : taken) {
          Finding failure = each.failure();
          if (failure == null) {
            analyzed.read(document(batch, each.file(), parsed, next++));
          } else {
            analyzed.failed(BatchFacts.pack(each.failed(failure), List.of()));
          }
        }
      } else {
        analyzeUnlessKept(batch, taken, parsed, analyzed, earlier, totals.reuse());
      }
      long done = System.nanoTime();
      totals.spent(Stage.ANALYZE, done - read);
      if (!paths.isEmpty()) {
        totals.addBatch(
            new BatchTime(
                paths.get(0),
                paths.size(),
                contents.bytes(),
                done - start,
                parsed.engine(),
                WorkerName.current()));
      }
      if (config.shadowSample() > 0) {
        ShadowTotals compared = shadow.compare(paths, contents, parsed);
        EngineMetrics.compared(compared);
        totals.engines().shadow().merge(compared);
        totals.spent(Stage.SHADOW, System.nanoTime() - done);
      }
      return earlier == null ? NO_IDENTITY : earlier.identity();
    }

    private TakenDocument take(CorpusRoot root, ListedFile file, @Nullable BatchReuse earlier) {
      return earlier == null
          ? TakenDocument.read(reader, root, file, contents)
          : TakenDocument.readUnlessKept(
              reader, root, file, contents, earlier, schemaOf(root, file));
    }

    private void analyzeUnlessKept(
        CorpusBatch batch,
        List<TakenDocument> taken,
        ParsedBatch parsed,
        AnalyzedBatch analyzed,
        BatchReuse earlier,
        ReuseTotals totals)
        throws IOException {
      PieceWords.Tallies tallies = PieceWords.Tallies.of(contents);
      int next = 0;
      for (TakenDocument each : taken) {
        Finding failure = each.failure();
        if (failure != null) {
          byte[] failed = BatchFacts.pack(each.failed(failure), List.of());
          analyzed.failed(failed);
          earlier.failed(each.file(), failed);
          continue;
        }
        ListedFile file = each.file();
        BatchReuse.Kept kept = each.kept();
        if (kept != null) {
          analyzed.kept(Contribution.unpack(kept.contribution()), kept.file(), kept.place());
          earlier.kept(file, each.reason(), kept);
          if (each.read()) {
            AnalyzedDocument document = document(batch, file, parsed, next);
            byte[] contribution = document.contribution().pack();
            if (!kept.isSame(contribution, document.facts(), tallies, next++)) {
              totals.differs(file.path());
            }
          }
        } else {
          AnalyzedDocument document = document(batch, file, parsed, next);
          Contribution contribution = document.contribution();
          analyzed.read(document);
          earlier.read(
              file,
              each.reason(),
              new KeptDocument(
                  file.path(),
                  contribution.bytes(),
                  file.modifiedMillis(),
                  contribution.sha256(),
                  parsed.engine(),
                  schemaOf(batch.roots().get(file.root()), file),
                  contribution.pack(),
                  tallies.of(next)),
              document.facts(),
              tallies);
          next++;
        }
      }
      analyzed.words(earlier.words());
      earlier.reasons().forEach(totals::add);
      earlier.damaged().forEach(totals::damaged);
      earlier.finish();
    }

    /** A document that was read, the {@code number}-th of its batch. */
    private AnalyzedDocument document(
        CorpusBatch batch, ListedFile file, ParsedBatch parsed, int number) {
      String root = batch.roots().get(file.root()).pathPrefix();
      String localPath = file.path().substring(root.length());
      return AnalyzedDocument.of(
          rules.apply(
              file.path(),
              localPath,
              contents.length(number),
              parsed.engine(),
              parsed.documents().get(number)),
          root,
          config,
          linkRules);
    }

    private String schemaOf(CorpusRoot root, ListedFile file) {
      String schema = rules.schemaOf(file.path().substring(root.pathPrefix().length()));
      return schemaDigests.computeIfAbsent(schema, text -> FactsKey.digest(List.of(text)));
    }

    private void count(ParsedBatch parsed, List<String> paths, EngineTotals engines) {
      if (contents.isEmpty()) {
        return;
      }
      int documents = contents.size();
      long bytes = contents.bytes();
      engines.parsed(parsed.engine(), documents, bytes, parsed.times());
      engines.ran(
          WorkerName.current(),
          WorkerTotals.read(parsed.engine(), documents, bytes, engine.reason()));
      EngineMetrics.parsed(parsed, bytes);
      ParsedBatch.Fallback fallback = parsed.fallback();
      if (fallback != null) {
        String example = paths.get(fallback.document());
        engines.fellBack(fallback.code(), fallback.message(), documents, example);
        LOG.warn(
            "a batch of {} documents went to the Java engine: {}: {}",
            documents,
            fallback.code(),
            fallback.message());
      }
    }

    private void send(Receiver out) {
      pieces.facts().forEach((shard, pack) -> out.output(FACTS, KV.of(shard, pack)));
      send(pieces.targets(), TARGETS, out);
      send(pieces.paths(), PATHS, out);
      send(pieces.words(), WORDS, out);
      send(pieces.hashes(), HASHES, out);
      send(pieces.uniques(), UNIQUES, out);
      out.output(TOTALS, pieces.totals());
    }

    private static void send(BucketPacks packs, TupleTag<KV<Integer, byte[]>> tag, Receiver out) {
      packs.forEach((bucket, pack) -> out.output(tag, KV.of(bucket, pack)));
    }

    /** Takes outputs in the middle of a bundle or at its end, for which Beam has two types. */
    private interface Receiver {
      <T> void output(TupleTag<T> tag, T element);
    }
  }
}
