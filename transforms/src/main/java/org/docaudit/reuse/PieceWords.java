package org.docaudit.reuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.analysis.text.WordFrequencies;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * Words by which the documents of a piece number theirs, and sums over some of these documents. Not
 * thread-safe.
 *
 * <p>A document's words are packed as pairs: the number of the word doubled, plus one where a count
 * above one follows. So the sums of a batch can be added up without its unchanged documents, and
 * without taking the same words apart again.
 */
public final class PieceWords implements WordCounts {

  private final List<String> words;
  private final long[] counts;
  private final long[] documents;

  PieceWords(List<String> words) {
    this.words = words;
    this.counts = new long[words.size()];
    this.documents = new long[words.size()];
  }

  /** The words of documents that were read just now. */
  public static final class Tallies {

    private final List<byte[]> documents;
    private final PieceWords words;

    private Tallies(List<byte[]> documents, PieceWords words) {
      this.documents = documents;
      this.words = words;
    }

    /** Counts the words of documents. */
    public static Tallies of(List<byte[]> contents) {
      WordFrequencies frequencies = new WordFrequencies();
      List<byte[]> documents = new ArrayList<>(contents.size());
      for (byte[] content : contents) {
        frequencies.addDocument(SourceText.decode(content));
        PackWriter out = new PackWriter();
        frequencies.forEachOfDocument((number, count) -> writePair(out, number, count));
        documents.add(out.toByteArray());
      }
      List<String> words = new ArrayList<>(frequencies.size());
      frequencies.forEach((word, count, inDocuments) -> words.add(word));
      return new Tallies(documents, new PieceWords(words));
    }

    /** The words of a document, numbered by {@link #words}. */
    public byte[] of(int document) {
      return documents.get(document);
    }

    PieceWords words() {
      return words;
    }
  }

  /** Adds a document to the sums. */
  void add(byte[] document) {
    PackReader in = new PackReader(document);
    while (in.hasMore()) {
      int head = in.readInt();
      counts[head >>> 1] += countAfter(head, in);
      documents[head >>> 1]++;
    }
  }

  /** Visits the words of the documents that were added. */
  @Override
  public void forEach(Visitor visitor) {
    for (int number = 0; number < counts.length; number++) {
      if (documents[number] > 0) {
        visitor.visit(words.get(number), counts[number], documents[number]);
      }
    }
  }

  /** By their numbers. */
  List<String> words() {
    return words;
  }

  /** How often a document has each of its words. */
  Map<String, Long> countsOf(byte[] document) {
    Map<String, Long> found = new HashMap<>();
    PackReader in = new PackReader(document);
    while (in.hasMore()) {
      int head = in.readInt();
      found.put(words.get(head >>> 1), countAfter(head, in));
    }
    return found;
  }

  /** A document's words numbered anew; a word that has no number yet gets the next. */
  byte[] renumbered(byte[] document, Map<String, Integer> numbers) {
    PackReader in = new PackReader(document);
    PackWriter out = new PackWriter();
    while (in.hasMore()) {
      int head = in.readInt();
      int number = numbers.computeIfAbsent(words.get(head >>> 1), word -> numbers.size());
      writePair(out, number, countAfter(head, in));
    }
    return out.toByteArray();
  }

  private static long countAfter(int head, PackReader in) {
    return (head & 1) == 0 ? 1 : in.readLong();
  }

  private static void writePair(PackWriter out, int number, long count) {
    if (count == 1) {
      out.writeLong(2L * number);
    } else {
      out.writeLong(2L * number + 1);
      out.writeLong(count);
    }
  }
}
