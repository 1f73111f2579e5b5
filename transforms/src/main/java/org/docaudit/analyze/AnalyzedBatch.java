package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.duplicates.HashedDocument;
import org.docaudit.frontmatter.UniqueValue;
import org.docaudit.links.LinkRules;
import org.docaudit.links.PathPieces;
import org.docaudit.links.TargetKeys;
import org.docaudit.links.TargetPieces;
import org.docaudit.model.DocumentFacts;
import org.docaudit.pack.BucketPacks;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.docaudit.words.CountWords;

/** Packs everything that one batch sends on. Free of Beam. Not thread-safe. */
final class AnalyzedBatch {

  private final int batch;
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
  AnalyzedBatch(int batch, LinkRules rules, OutgoingPieces out) {
    this.batch = batch;
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
  void analyzed(AnalyzedDocument document) {
    DocumentRef ref = new DocumentRef(batch, documents++);
    document.anchors().ifPresent(known -> targets.anchors(document.path(), known));
    List<LinkCheck> checks = new ArrayList<>(document.checks().size());
    for (LinkCheck check : document.checks()) {
      checks.add(
          check.verdict() != null
              ? check
              : LinkCheck.asked(
                  check.questions().stream()
                      .map(question -> targets.ask(document.questions().get(question)))
                      .toList()));
    }
    links += checks.size();
    facts.add(document.facts(), checks);
    HashedDocument hash =
        new HashedDocument(document.sha256(), document.bytes(), document.path(), ref);
    BucketPacks hashes = out.hashes();
    hash.write(hashes.of(hash.bucket(hashes.buckets())));
    hashed++;
    for (AnalyzedDocument.Unique unique : document.uniques()) {
      UniqueValue value =
          new UniqueValue(
              unique.field(), unique.value(), document.path(), unique.line(), unique.column(), ref);
      value.write(out.uniques().ofKey(value.key()));
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
    paths.finish();
    out.facts().facts(batch, facts.toByteArray());
    CorpusTotals totals = out.totals();
    totals.count(Flow.DOCUMENTS_READ, documents);
    totals.count(Flow.LINKS_FOUND, links);
    totals.count(Flow.QUESTIONS_ASKED, targets.questions());
    totals.count(Flow.WORDS_TALLIED, wordOccurrences);
    totals.count(Flow.HASHES_SENT, hashed);
  }
}
