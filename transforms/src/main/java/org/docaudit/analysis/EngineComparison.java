package org.docaudit.analysis;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.docaudit.analysis.markdown.MarkdownFacts;
import org.docaudit.model.ShortText;

/**
 * Compares what an engine reads of documents with what a reference reads, fact by fact. For one
 * thread at a time; the engines are its own.
 */
public final class EngineComparison {

  /** What the words of a document are called among its facts. */
  private static final String WORD_FREQUENCIES = "wordFrequencies";

  /** What it is called that the engine does not read a document. */
  private static final String FAILURE = "failure";

  /** How much of a value is told before the first character that differs, and in all. */
  private static final int CONTEXT = 150;

  private static final int MAX_TOLD = 400;

  private final AnalysisEngine reference;
  private final AnalysisEngine engine;
  private long facts;

  /**
   * A fact of one document that differs.
   *
   * @param fact such as {@code markdown.links}
   * @param expected the reference's value as text, at most 400 characters about the first that
   *     differs
   * @param actual the engine's
   */
  public record Difference(String fact, String expected, String actual) implements Serializable {}

  public EngineComparison(AnalysisEngine reference, AnalysisEngine engine) {
    this.reference = reference;
    this.engine = engine;
  }

  /**
   * Both engines read the documents as one batch.
   *
   * @return what differs, for each document; empty where nothing does
   * @throws IllegalArgumentException where both engines are one, so that nothing would be compared
   */
  public List<List<Difference>> compare(List<byte[]> documents) {
    ParsedBatch actual = engine.parse(documents);
    return actual.fallback() == null
        ? compare(documents, actual.documents(), actual)
        : oneByOne(documents, actual.fallback());
  }

  /**
   * The same where the engine has read the documents before: these facts are compared. Their word
   * frequencies, which belong to a batch, are read again.
   */
  public List<List<Difference>> compare(List<byte[]> documents, List<ParsedDocument> actual) {
    ParsedBatch again = engine.parse(documents);
    return again.fallback() == null
        ? compare(documents, actual, again)
        : oneByOne(documents, again.fallback());
  }

  /** How many facts were compared so far: values, and items of lists. */
  public long facts() {
    return facts;
  }

  private List<List<Difference>> oneByOne(List<byte[]> documents, ParsedBatch.Fallback why) {
    if (documents.size() == 1) {
      facts++;
      return List.of(List.of(new Difference(FAILURE, "", why.code() + ": " + why.message())));
    }
    List<List<Difference>> differences = new ArrayList<>(documents.size());
    documents.forEach(document -> differences.addAll(compare(List.of(document))));
    return differences;
  }

  private List<List<Difference>> compare(
      List<byte[]> documents, List<ParsedDocument> actual, ParsedBatch read) {
    ParsedBatch expected = reference.parse(documents);
    if (expected.engine().equals(read.engine())) {
      throw new IllegalArgumentException("both engines are " + read.engine());
    }
    List<List<Difference>> differences = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      List<Difference> found = new ArrayList<>();
      compareRecords("", expected.documents().get(i), actual.get(i), found);
      differences.add(found);
    }
    List<Difference> words = compareWords(expected, read);
    if (!words.isEmpty()) {
      blame(words, documents, differences);
    }
    return differences;
  }

  /** Finds the documents whose words differ; where they do so together alone, the first has it. */
  private void blame(
      List<Difference> words, List<byte[]> documents, List<List<Difference>> differences) {
    boolean found = false;
    for (int i = 0; i < documents.size() && documents.size() > 1; i++) {
      List<byte[]> one = List.of(documents.get(i));
      List<Difference> own = compareWords(reference.parse(one), engine.parse(one));
      differences.get(i).addAll(own);
      found |= !own.isEmpty();
    }
    if (!found) {
      differences.get(0).addAll(words);
    }
  }

  private List<Difference> compareWords(ParsedBatch expected, ParsedBatch actual) {
    Map<String, List<Long>> one = words(expected);
    Map<String, List<Long>> other = words(actual);
    facts += one.size();
    if (one.equals(other)) {
      return List.of();
    }
    Map<String, List<Long>> onlyOne = new TreeMap<>(one);
    onlyOne.entrySet().removeAll(other.entrySet());
    Map<String, List<Long>> onlyOther = new TreeMap<>(other);
    onlyOther.entrySet().removeAll(one.entrySet());
    return List.of(difference(WORD_FREQUENCIES, onlyOne, onlyOther));
  }

  private static Map<String, List<Long>> words(ParsedBatch batch) {
    Map<String, List<Long>> words = new TreeMap<>();
    batch.words().forEach((word, count, documents) -> words.put(word, List.of(count, documents)));
    return Collections.unmodifiableMap(words);
  }

  /** Reflection, so that a fact that is added is compared without anybody thinking of it. */
  private void compareRecords(
      String prefix, Record expected, Record actual, List<Difference> differences) {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      Object one;
      Object other;
      try {
        one = component.getAccessor().invoke(expected);
        other = component.getAccessor().invoke(actual);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
      String fact = prefix + component.getName();
      if (one instanceof MarkdownFacts markdown) {
        compareRecords(fact + ".", markdown, (MarkdownFacts) other, differences);
        continue;
      }
      facts += one instanceof Collection<?> items ? items.size() : 1;
      if (!Objects.equals(one, other)) {
        differences.add(difference(fact, one, other));
      }
    }
  }

  private static Difference difference(String fact, Object expected, Object actual) {
    String one = String.valueOf(expected);
    String other = String.valueOf(actual);
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - CONTEXT);
    from -= from > 0 && Character.isLowSurrogate(one.charAt(from)) ? 1 : 0;
    return new Difference(fact, cut(one, from), cut(other, from));
  }

  private static String cut(String text, int from) {
    return (from == 0 ? "" : "…") + ShortText.of(text.substring(from), MAX_TOLD);
  }
}
