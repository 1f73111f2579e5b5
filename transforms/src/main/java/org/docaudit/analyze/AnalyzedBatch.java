package org.docaudit.analyze;

import org.docaudit.analysis.text.WordCounts;
import org.docaudit.assemble.BatchFacts;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.duplicates.HashedDocument;
import org.docaudit.frontmatter.UniqueValue;
import org.docaudit.links.LinkRules;
import org.docaudit.links.PathPieces;
import org.docaudit.links.TargetKeys;
import org.docaudit.links.TargetPieces;
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

  /** A document was read and analyzed; documents come in their order in the batch. */
  void read(AnalyzedDocument document) {
    facts.add(document.facts(), contributed(document.contribution()));
  }

  /**
   * A document's facts are those of an earlier run.
   *
   * @param piece file that has them
   * @param place of the document in the piece
   */
  void kept(Contribution contribution, String piece, int place) {
    facts.addKept(piece, place, contributed(contribution));
  }

  /** A document could not be read. */
  void failed(byte[] document) {
    documents++;
    facts.add(document);
  }

  /** Sends it on, and gives the numbers of its questions in the batch. */
  private int[] contributed(Contribution document) {
    DocumentRef ref = new DocumentRef(batch, documents++);
    document.anchors().ifPresent(known -> targets.anchors(document.path(), known));
    int[] numbers =
        document.questions().stream()
            .mapToInt(asked -> targets.ask(asked.question(), asked.links()))
            .toArray();
    links += document.links();
    HashedDocument hash =
        new HashedDocument(document.sha256(), document.bytes(), document.path(), ref);
    BucketPacks hashes = out.hashes();
    hash.write(hashes.of(hash.bucket(hashes.buckets())));
    hashed++;
    for (Contribution.Unique unique : document.uniques()) {
      UniqueValue value =
          new UniqueValue(
              unique.field(), unique.value(), document.path(), unique.line(), unique.column(), ref);
      value.write(out.uniques().ofKey(value.key()));
    }
    return numbers;
  }

  /** The words of all its documents. */
  void words(WordCounts counts) {
    counts.forEach(
        (word, count, inDocuments) -> {
          CountWords.writeWord(out.words(), word, count, inDocuments);
          wordOccurrences += count;
        });
  }

  /**
   * Writes what is known only at its end; nothing is added afterwards.
   *
   * @param identity as {@link BatchFacts#toByteArray}
   */
  void finish(byte[] identity) {
    targets.finish();
    paths.finish();
    out.facts().facts(batch, facts.toByteArray(identity));
    CorpusTotals totals = out.totals();
    totals.count(Flow.DOCUMENTS_READ, documents);
    totals.count(Flow.LINKS_FOUND, links);
    totals.count(Flow.QUESTIONS_ASKED, targets.questions());
    totals.count(Flow.WORDS_TALLIED, wordOccurrences);
    totals.count(Flow.HASHES_SENT, hashed);
  }
}
