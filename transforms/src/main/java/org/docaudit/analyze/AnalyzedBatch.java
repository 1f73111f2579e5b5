package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.frontmatter.FrontmatterKind;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.duplicates.HashedDocument;
import org.docaudit.frontmatter.UniqueValue;
import org.docaudit.links.Anchors;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkRules;
import org.docaudit.links.LinkTarget;
import org.docaudit.links.PathPieces;
import org.docaudit.links.TargetKeys;
import org.docaudit.links.TargetPieces;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.docaudit.words.CountWords;

/** Packs everything that one batch sends on. Free of Beam. Not thread-safe. */
final class AnalyzedBatch {

  private final int batch;
  private final AnalysisConfig config;
  private final LinkRules rules;
  private final BatchFacts facts = new BatchFacts();
  private final TargetPieces targets;
  private final PathPieces paths;
  private final OutgoingPieces out;
  private int documents;
  private int hashed;
  private long links;
  private long wordOccurrences;

  /**
   * @param out to which it is appended
   */
  AnalyzedBatch(int batch, AnalysisConfig config, LinkRules rules, OutgoingPieces out) {
    this.batch = batch;
    this.config = config;
    this.rules = rules;
    this.targets = new TargetPieces(batch, new TargetKeys(rules), out.targets());
    this.paths = new PathPieces(rules, out.paths());
    this.out = out;
  }

  /** A file exists, read or not. */
  void file(String path, boolean document) {
    targets.file(path, document);
    paths.file(path);
  }

  /** A document was analyzed; documents come in their order in the batch. */
  void analyzed(DocumentRules.Result result, String root) {
    DocumentFacts document = result.facts();
    DocumentRef ref = new DocumentRef(batch, documents++);
    result.anchors().ifPresent(known -> targets.anchors(document.path(), known));
    List<LinkCheck> checks = new ArrayList<>(result.targets().size());
    Anchors anchors = Anchors.of(result.anchors().orElse(List.of()));
    for (Optional<LinkTarget> target : result.targets()) {
      checks.add(check(target, document.path(), root, anchors));
    }
    links += checks.size();
    facts.add(new BatchFacts.Entry(document, checks));
    String sha256 = document.sha256();
    if (sha256 != null) {
      HashedDocument hash = new HashedDocument(sha256, document.bytes(), document.path(), ref);
      BucketPacks hashes = out.hashes();
      hash.write(hashes.of(hash.bucket(hashes.buckets())));
      hashed++;
    }
    for (String field : config.uniqueFields()) {
      unique(result, field, ref);
    }
  }

  /** A document could not be read. */
  void failed(DocumentFacts document) {
    documents++;
    facts.add(new BatchFacts.Entry(document, List.of()));
  }

  /** The words of all its documents. */
  void words(WordCounts counts) {
    counts.forEach(
        (word, count, inDocuments) -> {
          CountWords.writeWord(out.words(), word, count, inDocuments);
          wordOccurrences += count;
        });
  }

  /** Writes what is known only at its end; nothing is added afterwards. */
  void finish() {
    targets.finish();
    out.facts().facts(batch, facts.toByteArray());
    CorpusTotals totals = out.totals();
    totals.count(Flow.DOCUMENTS_READ, documents);
    totals.count(Flow.LINKS_FOUND, links);
    totals.count(Flow.QUESTIONS_ASKED, targets.questions());
    totals.count(Flow.WORDS_TALLIED, wordOccurrences);
    totals.count(Flow.HASHES_SENT, hashed);
  }

  private LinkCheck check(
      Optional<LinkTarget> parsed, String source, String root, Anchors anchors) {
    if (parsed.isEmpty()) {
      return LinkCheck.decided(Verdict.of(LinkReason.CONFIGURED));
    }
    LinkTarget target = parsed.get();
    Optional<Verdict> verdict = target.verdict();
    if (verdict.isPresent()) {
      return LinkCheck.decided(verdict.get());
    }
    if (target.kind() == LinkTarget.Kind.ANCHOR) {
      return LinkCheck.decided(anchors.answer(source, target.fragment(), target.plain()));
    }
    List<Integer> numbers = new ArrayList<>(1);
    for (LinkQuestion question : LinkQuestion.of(target, source, root, rules)) {
      numbers.add(targets.ask(question));
    }
    return LinkCheck.asked(numbers);
  }

  private void unique(DocumentRules.Result result, String field, DocumentRef ref) {
    result
        .frontmatter()
        .field(field)
        .filter(node -> node.kind() != FrontmatterKind.NULL)
        .map(
            node ->
                new UniqueValue(
                    field, node.toJson(), result.facts().path(), node.line(), node.column(), ref))
        .ifPresent(value -> value.write(out.uniques().ofKey(value.key())));
  }
}
