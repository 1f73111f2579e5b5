package org.docaudit.summary;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.model.Verdict;

/**
 * Totals of a part of an audit; parts merge in any order to the same whole. Mutable, not
 * thread-safe.
 *
 * <p>Totals travel with the data and not as runner metrics, because runners may lose metrics or
 * count a retried bundle twice. Each step counts what it took in and what it gave out by itself;
 * {@link Conservation} compares the two sides.
 */
public final class CorpusTotals implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many of the most frequent words stand in the summary. */
  public static final int TOP_WORDS = 100;

  /** How many of the targets with the most links stand in the summary. */
  public static final int HOT_TARGETS = 10;

  /** How many of the batches that took longest stand in the summary. */
  public static final int SLOWEST_BATCHES = 10;

  /** How many of the documents with the most findings stand in the summary. */
  public static final int WORST_DOCUMENTS = 10;

  private final EnumMap<Flow, Long> flows = new EnumMap<>(Flow.class);
  private final EnumMap<LinkStatus, Long> links = new EnumMap<>(LinkStatus.class);
  private final EnumMap<LinkReason, Long> reasons = new EnumMap<>(LinkReason.class);
  private final EnumMap<Rule, Long> findings = new EnumMap<>(Rule.class);
  private final EnumMap<Severity, Long> severities = new EnumMap<>(Severity.class);
  private final TreeMap<String, Long> engines = new TreeMap<>();
  private final EngineTotals engineTotals = new EngineTotals();
  private final ReuseTotals reuseTotals = new ReuseTotals();
  private final Histogram documentBytes = new Histogram();
  private final Histogram documentLinks = new Histogram();
  private final TopList<WorstDocument> worst = new TopList<>(WORST_DOCUMENTS);
  private final TopList<WordCount> topWords = new TopList<>(TOP_WORDS);
  private final TopList<LinkedTarget> hotTargets = new TopList<>(HOT_TARGETS);
  private final TopList<BatchTime> slowest = new TopList<>(SLOWEST_BATCHES);

  /** Adds to a counter. */
  public void count(Flow flow, long amount) {
    flows.merge(flow, amount, Long::sum);
  }

  /** Adds busy time of this process to a stage. */
  public void spent(Stage stage, long nanoseconds) {
    engineTotals.ran(WorkerName.current(), WorkerTotals.busy(stage, nanoseconds));
  }

  /** Counts a word of the whole corpus once its occurrences have met. */
  public void addWord(WordCount word) {
    count(Flow.WORDS_DISTINCT, 1);
    count(Flow.WORDS_COUNTED, word.count());
    topWords.add(word, WordCount.ORDER);
  }

  /** Notes a target once all links to it have met. */
  public void addTarget(LinkedTarget target) {
    hotTargets.add(target, LinkedTarget.ORDER);
  }

  /** Notes how long a batch took. */
  public void addBatch(BatchTime batch) {
    slowest.add(batch, BatchTime.ORDER);
  }

  /** Counts a document with all that the audit says of it. */
  public void addDocument(AuditedDocument document) {
    DocumentFacts facts = document.facts();
    count(facts.analyzed() ? Flow.DOCUMENTS_ANALYZED : Flow.DOCUMENTS_FAILED, 1);
    count(Flow.BYTES, facts.analyzed() ? facts.bytes() : 0);
    count(Flow.LINES, facts.lines());
    count(Flow.WORDS, facts.words());
    count(Flow.PROSE_WORDS, facts.proseWords());
    count(Flow.HEADINGS, facts.headings().size());
    count(Flow.LINKS_JUDGED, document.verdicts().size());
    count(Flow.SUPPRESSED, document.suppressed());
    if (facts.engine() != null) {
      engines.merge(facts.engine(), 1L, Long::sum);
      documentBytes.add(facts.bytes());
      documentLinks.add(facts.links().size());
    }
    for (Verdict verdict : document.verdicts()) {
      links.merge(verdict.status(), 1L, Long::sum);
      if (verdict.reason() != null) {
        reasons.merge(verdict.reason(), 1L, Long::sum);
      }
    }
    long errors = 0;
    boolean worthNaming = false;
    for (int i = 0; i < document.findings().size(); i++) {
      Severity severity = document.severities().get(i);
      addFinding(document.findings().get(i).rule(), severity);
      errors += severity == Severity.ERROR ? 1 : 0;
      worthNaming |= severity != Severity.INFO;
    }
    if (worthNaming) {
      worst.add(
          new WorstDocument(facts.path(), document.findings().size(), errors), WorstDocument.ORDER);
    }
  }

  /** Counts a finding; one on the corpus as a whole is of no document. */
  public void addFinding(Rule rule, Severity severity) {
    findings.merge(rule, 1L, Long::sum);
    severities.merge(severity, 1L, Long::sum);
  }

  /** Adds another part. */
  public void merge(CorpusTotals other) {
    sum(flows, other.flows);
    sum(links, other.links);
    sum(reasons, other.reasons);
    sum(findings, other.findings);
    sum(severities, other.severities);
    sum(engines, other.engines);
    engineTotals.merge(other.engineTotals);
    reuseTotals.merge(other.reuseTotals);
    documentBytes.merge(other.documentBytes);
    documentLinks.merge(other.documentLinks);
    worst.merge(other.worst, WorstDocument.ORDER);
    topWords.merge(other.topWords, WordCount.ORDER);
    hotTargets.merge(other.hotTargets, LinkedTarget.ORDER);
    slowest.merge(other.slowest, BatchTime.ORDER);
  }

  public long get(Flow flow) {
    return flows.getOrDefault(flow, 0L);
  }

  /** Links with this verdict. */
  public long links(LinkStatus status) {
    return links.getOrDefault(status, 0L);
  }

  /** Links by the reason of their verdict; none that did not occur. */
  public Map<LinkReason, Long> linksByReason() {
    return Map.copyOf(reasons);
  }

  /** Findings by rule; none that did not occur. */
  public Map<Rule, Long> findingsByRule() {
    return new EnumMap<>(findings);
  }

  /** Findings of this severity. */
  public long findings(Severity severity) {
    return severities.getOrDefault(severity, 0L);
  }

  /** Busy nanoseconds of all workers together. */
  public long nanos(Stage stage) {
    return engineTotals.workers().values().stream()
        .mapToLong(worker -> worker.nanos().getOrDefault(stage, 0L))
        .sum();
  }

  /** Documents by the engine that read them, in order of its name. */
  public Map<String, Long> documentsByEngine() {
    return new TreeMap<>(engines);
  }

  /** What the engines did; to be added to. */
  public EngineTotals engines() {
    return engineTotals;
  }

  /** What was kept of earlier runs; to be added to. */
  public ReuseTotals reuse() {
    return reuseTotals;
  }

  public Histogram documentBytes() {
    return documentBytes;
  }

  public Histogram documentLinks() {
    return documentLinks;
  }

  /**
   * The documents with the most errors and findings, at most {@link #WORST_DOCUMENTS}; none whose
   * findings are all of severity info.
   */
  public List<WorstDocument> worstDocuments() {
    return worst.sorted(WorstDocument.ORDER);
  }

  /** The most frequent words, at most {@link #TOP_WORDS}. */
  public List<WordCount> topWords() {
    return topWords.sorted(WordCount.ORDER);
  }

  /** The targets with the most links, at most {@link #HOT_TARGETS}. */
  public List<LinkedTarget> hotTargets() {
    return hotTargets.sorted(LinkedTarget.ORDER);
  }

  /** The batches that took longest, at most {@link #SLOWEST_BATCHES}. */
  public List<BatchTime> slowestBatches() {
    return slowest.sorted(BatchTime.ORDER);
  }

  private static <K> void sum(Map<K, Long> into, Map<K, Long> from) {
    from.forEach((key, amount) -> into.merge(key, amount, Long::sum));
  }
}
