package org.docaudit.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.Suggestion;
import org.docaudit.model.Finding;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.ModelPack;
import org.docaudit.pack.PackWriter;

/** What the rest of the corpus answered to a batch. Mutable, not thread-safe. */
final class BatchAnswers {

  private byte[] facts = new byte[0];
  private final List<@Nullable Verdict> verdicts = new ArrayList<>();
  private final Map<Integer, Suggestion> suggestions = new HashMap<>();
  private final Map<Integer, List<Finding>> findings = new HashMap<>();

  void setFacts(byte[] pack) {
    if (facts.length > 0) {
      throw new IllegalStateException("a batch came twice");
    }
    facts = pack;
  }

  void addVerdict(int question, Verdict verdict) {
    while (verdicts.size() <= question) {
      verdicts.add(null);
    }
    verdicts.set(question, verdict);
  }

  /** Of several suggestions the nearest is kept, of equally near ones the first by its path. */
  void addSuggestion(int question, Suggestion suggestion) {
    suggestions.merge(question, suggestion, BatchAnswers::nearer);
  }

  void addFinding(int document, Finding finding) {
    findings.computeIfAbsent(document, index -> new ArrayList<>()).add(finding);
  }

  /** Writes what tells it from others: the same bytes in whatever order it came. */
  void writeTo(PackWriter out) {
    out.writeBytes(BatchFacts.identity(facts));
    out.writeInt(verdicts.size());
    for (Verdict verdict : verdicts) {
      out.writeBoolean(verdict != null);
      if (verdict != null) {
        ModelPack.writeVerdict(out, verdict);
      }
    }
    out.writeInt(suggestions.size());
    new TreeMap<>(suggestions)
        .forEach(
            (question, suggestion) -> {
              out.writeInt(question);
              out.writeString(suggestion.path());
            });
    out.writeInt(findings.size());
    new TreeMap<>(findings)
        .forEach(
            (document, list) -> {
              out.writeInt(document);
              out.writeInt(list.size());
              list.stream().map(BatchAnswers::pack).sorted(Arrays::compare).forEach(out::writeRaw);
            });
  }

  private static byte[] pack(Finding finding) {
    PackWriter out = new PackWriter();
    ModelPack.writeFinding(out, finding);
    return out.toByteArray();
  }

  Iterable<BatchFacts.Entry> documents() {
    return BatchFacts.read(facts);
  }

  List<Finding> findingsOf(int document) {
    return findings.getOrDefault(document, List.of());
  }

  /** The verdict on a link; fails where a question was never answered. */
  Verdict verdictOn(LinkCheck check) {
    Verdict decided = check.verdict();
    if (decided != null) {
      return decided;
    }
    List<Verdict> answers = new ArrayList<>(check.questions().size());
    for (int question : check.questions()) {
      answers.add(answerTo(question));
    }
    return LinkQuestion.combine(answers);
  }

  private Verdict answerTo(int question) {
    @Nullable Verdict verdict = question < verdicts.size() ? verdicts.get(question) : null;
    if (verdict == null) {
      throw new IllegalStateException("no answer to question " + question);
    }
    Suggestion suggestion = suggestions.get(question);
    return verdict.reason() == LinkReason.MISSING_FILE
            && verdict.suggestion() == null
            && suggestion != null
        ? verdict.suggesting(suggestion.path())
        : verdict;
  }

  private static Suggestion nearer(Suggestion a, Suggestion b) {
    if (a.distance() != b.distance()) {
      return a.distance() < b.distance() ? a : b;
    }
    return a.path().compareTo(b.path()) <= 0 ? a : b;
  }
}
