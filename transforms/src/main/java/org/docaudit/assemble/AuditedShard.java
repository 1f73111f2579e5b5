package org.docaudit.assemble;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.links.RelativeTarget;
import org.docaudit.links.Suggestion;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.model.Suppression;
import org.docaudit.model.Verdict;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The documents of one shard with everything that the audit says of them. Packs are held packed;
 * documents are unpacked one at a time. Not thread-safe.
 */
public final class AuditedShard {

  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  private static final ShardPiece.Kind[] KINDS = ShardPiece.Kind.values();

  private final int shard;
  private final AnalysisConfig config;
  private final List<byte[]> packs;
  private @MonotonicNonNull Collection<BatchAnswers> batches;

  /** The packs are those that {@link ShardPiece} wrote for this shard, in any order. */
  AuditedShard(int shard, AnalysisConfig config, List<byte[]> packs) {
    this.shard = shard;
    this.config = config;
    this.packs = List.copyOf(packs);
  }

  /** Which shard this is, from 0. */
  public int shard() {
    return shard;
  }

  AnalysisConfig config() {
    return config;
  }

  List<byte[]> packs() {
    return packs;
  }

  /**
   * Updates a digest with all that {@link #forEach} depends on but the code: where the digests of
   * two shards are equal, so are their documents, whatever numbers the shards and batches have.
   */
  public void update(MessageDigest digest) {
    Collection<BatchAnswers> batches = batches();
    PackWriter head = new PackWriter();
    head.writeString(config.severities().toString());
    head.writeInt(batches.size());
    digest.update(head.toByteArray());
    for (BatchAnswers batch : batches) {
      PackWriter pack = new PackWriter();
      batch.writeTo(pack);
      digest.update(pack.toByteArray());
    }
  }

  /** Visits every document in path order. */
  public void forEach(Consumer<AuditedDocument> visitor) {
    for (BatchAnswers batch : batches()) {
      int index = 0;
      for (BatchFacts.Entry entry : batch.documents()) {
        visitor.accept(audited(entry, batch, batch.findingsOf(index)));
        index++;
      }
    }
  }

  /** In order of their ids; unpacked once. */
  private Collection<BatchAnswers> batches() {
    if (batches == null) {
      TreeMap<Integer, BatchAnswers> byId = new TreeMap<>();
      packs.forEach(pack -> unpack(pack, byId));
      batches = byId.values();
    }
    return batches;
  }

  private static void unpack(byte[] pack, Map<Integer, BatchAnswers> batches) {
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      ShardPiece.Kind kind = KINDS[in.readByte()];
      BatchAnswers batch = batches.computeIfAbsent(in.readInt(), id -> new BatchAnswers());
      switch (kind) {
        case FACTS -> batch.setFacts(in.readBytes());
        case VERDICT -> batch.addVerdict(in.readInt(), ModelPack.readVerdict(in));
        case SUGGESTION ->
            batch.addSuggestion(in.readInt(), new Suggestion(in.readString(), in.readInt()));
        case FINDING -> batch.addFinding(in.readInt(), ModelPack.readFinding(in));
      }
    }
  }

  private AuditedDocument audited(
      BatchFacts.Entry entry, BatchAnswers batch, List<Finding> fromCorpus) {
    DocumentFacts facts = entry.facts();
    List<Finding> all = new ArrayList<>(facts.findings());
    all.addAll(fromCorpus);
    List<Verdict> verdicts = new ArrayList<>(entry.checks().size());
    for (int i = 0; i < entry.checks().size(); i++) {
      Verdict verdict = relative(batch.verdictOn(entry.checks().get(i)), facts.path());
      verdicts.add(verdict);
      LinkFindings.of(facts.links().get(i), verdict).ifPresent(all::add);
    }
    AppliedSuppressions applied = new AppliedSuppressions(facts.suppressions(), all);
    List<Finding> reported = new ArrayList<>(applied.kept());
    int suppressed = all.size() - reported.size();
    if (!applied.unused().isEmpty()) {
      Set<List<Integer>> invalid = placesOfInvalidSuppressions(facts.findings());
      for (Suppression each : applied.unused()) {
        if (!invalid.contains(List.of(each.line(), each.column()))) {
          reported.add(unused(each));
        }
      }
    }
    reported.removeIf(finding -> config.severityOf(finding.rule()).isEmpty());
    reported.sort(ORDER);
    List<Severity> severities = new ArrayList<>(reported.size());
    for (Finding finding : reported) {
      severities.add(config.severityOf(finding.rule()).orElseThrow());
    }
    return new AuditedDocument(facts, verdicts, reported, severities, suppressed);
  }

  /** A suggestion is what to write in the document, not where the target lies in the corpus. */
  private static Verdict relative(Verdict verdict, String path) {
    String suggestion = verdict.suggestion();
    return suggestion == null ? verdict : verdict.suggesting(RelativeTarget.of(path, suggestion));
  }

  /** Line and column of the comments that have a finding already, which tells more. */
  private static Set<List<Integer>> placesOfInvalidSuppressions(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule() == Rule.SUPPRESSION_INVALID)
        .map(finding -> List.of(finding.line(), finding.column()))
        .collect(Collectors.toSet());
  }

  private static Finding unused(Suppression suppression) {
    Rule rule = suppression.rule();
    String what = rule == null ? "any rule" : "`" + rule.id() + "`";
    return new Finding(
        Rule.SUPPRESSION_UNUSED,
        suppression.line(),
        suppression.column(),
        "nothing to suppress here for " + what,
        rule == null ? null : rule.id(),
        null);
  }
}
