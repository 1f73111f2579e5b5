package org.docaudit.analyze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
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
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.Engines;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.analysis.ParsedDocument;
import org.docaudit.links.LinkRules;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.pack.BucketPacks;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.FileKind;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ObjectStores;
import org.docaudit.read.ReadFailure;
import org.docaudit.summary.BatchTime;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.EngineTotals;
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

  private AnalyzeDocuments(AnalysisConfig config, LinkRules rules, AuditPlan plan) {
    this.config = config;
    this.rules = rules;
    this.plan = plan;
  }

  public static AnalyzeDocuments of(AnalysisConfig config, LinkRules rules, AuditPlan plan) {
    return new AnalyzeDocuments(config, rules, plan);
  }

  @Override
  public PCollectionTuple expand(PCollection<CorpusBatch> batches) {
    PCollectionTuple outputs =
        batches.apply(
            "Analyze",
            ParDo.of(new AnalyzeFn(config, rules, plan, MAX_HELD_BYTES))
                .withOutputTags(
                    FACTS,
                    TupleTagList.of(TARGETS)
                        .and(PATHS)
                        .and(WORDS)
                        .and(HASHES)
                        .and(UNIQUES)
                        .and(TOTALS)));
    KvCoder<Integer, byte[]> coder = KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
    for (TupleTag<KV<Integer, byte[]>> tag :
        List.of(FACTS, TARGETS, PATHS, WORDS, HASHES, UNIQUES)) {
      outputs.get(tag).setCoder(coder);
    }
    outputs.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    return outputs;
  }

  static final class AnalyzeFn extends DoFn<CorpusBatch, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    private final AnalysisConfig config;
    private final LinkRules linkRules;
    private final AuditPlan plan;
    private final long maxHeldBytes;
    private final Counter documents = Metrics.counter(AnalyzeDocuments.class, DOCUMENTS_METRIC);
    private final Counter bytes = Metrics.counter(AnalyzeDocuments.class, BYTES_METRIC);
    private transient Engines.@MonotonicNonNull Choice engine;
    private transient @MonotonicNonNull ShadowSample shadow;
    private transient @MonotonicNonNull DocumentRules rules;
    private transient @MonotonicNonNull DocumentReader reader;
    private transient @MonotonicNonNull DocumentBuffer contents;
    private transient @MonotonicNonNull OutgoingPieces pieces;

    AnalyzeFn(AnalysisConfig config, LinkRules linkRules, AuditPlan plan, long maxHeldBytes) {
      this.config = config;
      this.linkRules = linkRules;
      this.plan = plan;
      this.maxHeldBytes = maxHeldBytes;
    }

    @Setup
    public void setup(PipelineOptions options) {
      engine = Engines.create(config.engine(), config.limits());
      shadow = new ShadowSample(config);
      rules = new DocumentRules(config);
      reader = new DocumentReader(config.limits().maxDocumentBytes(), ObjectStores.of(options));
      contents = new DocumentBuffer();
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
    public void processElement(@Element CorpusBatch batch, MultiOutputReceiver out) {
      AnalyzedBatch analyzed = new AnalyzedBatch(batch.id(), config, linkRules, pieces);
      for (ListedFile file : batch) {
        // Anchors of a document that is left out are as unknown as those of one that is unreadable.
        analyzed.file(file.path(), file.kind() != FileKind.OTHER);
      }
      analyze(batch, analyzed, pieces.totals());
      analyzed.finish();
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

    private void analyze(CorpusBatch batch, AnalyzedBatch analyzed, CorpusTotals totals) {
      long start = System.nanoTime();
      List<ListedFile> files = new ArrayList<>(batch.documentCount());
      List<Optional<Finding>> failures = new ArrayList<>(batch.documentCount());
      contents.clear(batch.documentBytes());
      reader.begin(batch);
      List<String> paths = new ArrayList<>(batch.documentCount());
      for (ListedFile file : batch) {
        if (file.isDocument()) {
          files.add(file);
          try {
            reader.read(batch.roots().get(file.root()), file, contents);
            paths.add(file.path());
            failures.add(Optional.empty());
          } catch (ReadFailure e) {
            failures.add(Optional.of(e.finding()));
          }
        }
      }
      long read = System.nanoTime();
      totals.spent(Stage.READ, read - start);
      ParsedBatch parsed = engine.engine().parse(contents);
      count(parsed, paths, totals.engines());
      analyzed.words(parsed.words());
      int next = 0;
      for (int i = 0; i < files.size(); i++) {
        ListedFile file = files.get(i);
        if (failures.get(i).isPresent()) {
          analyzed.failed(DocumentFacts.failed(file.path(), file.bytes(), failures.get(i).get()));
          continue;
        }
        String root = batch.roots().get(file.root()).pathPrefix();
        String localPath = file.path().substring(root.length());
        long bytes = contents.length(next);
        ParsedDocument document = parsed.documents().get(next);
        analyzed.analyzed(
            rules.apply(file.path(), localPath, bytes, parsed.engine(), document), root);
        next++;
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
