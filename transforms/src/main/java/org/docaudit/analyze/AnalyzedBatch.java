package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.frontmatter.FrontmatterKind;
import org.docaudit.analysis.text.WordFrequencies;
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
import org.docaudit.read.AuditPlan;
import org.docaudit.words.CountWords;

/** Everything that one batch sends on, packed by where it goes. Free of Beam. Not thread-safe. */
final class AnalyzedBatch {

  private final int batch;
  private final AnalysisConfig config;
  private final LinkRules rules;
  private final BatchFacts facts = new BatchFacts();
  private final TargetPieces targets;
  private final PathPieces paths;
  private final BucketPacks hashes;
  private final BucketPacks uniques;
  private final BucketPacks words;
  private int documents;
  private int hashed;
  private long links;
  private long wordOccurrences;

  AnalyzedBatch(int batch, AnalysisConfig config, LinkRules rules, AuditPlan plan) {
    TargetKeys keys = new TargetKeys(rules);
    this.batch = batch;
    this.config = config;
    this.rules = rules;
    this.targets = new TargetPieces(batch, keys, plan.buckets());
    this.paths = new PathPieces(rules, plan.buckets());
    this.hashes = new BucketPacks(plan.buckets());
    this.uniques = new BucketPacks(plan.buckets());
    this.words = new BucketPacks(plan.buckets());
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
  void words(WordFrequencies frequencies) {
    frequencies.forEach(
        (word, count, inDocuments) -> {
          CountWords.writeWord(words, word, count, inDocuments);
          wordOccurrences += count;
        });
  }

  int batch() {
    return batch;
  }

  byte[] facts() {
    return facts.toByteArray();
  }

  TargetPieces targets() {
    return targets;
  }

  PathPieces paths() {
    return paths;
  }

  BucketPacks hashes() {
    return hashes;
  }

  BucketPacks uniques() {
    return uniques;
  }

  BucketPacks words() {
    return words;
  }

  int documents() {
    return documents;
  }

  int hashed() {
    return hashed;
  }

  long links() {
    return links;
  }

  long wordOccurrences() {
    return wordOccurrences;
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
        .ifPresent(value -> value.write(uniques.ofKey(value.key())));
  }
}
