package org.docaudit.analysis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.frontmatter.FrontmatterRecord;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.markdown.MarkdownRecord;
import org.docaudit.analysis.text.Encoding;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.model.ShortText;
import org.docaudit.nativeudf.NativeAnalyzer;
import org.docaudit.nativeudf.NativeException;
import org.docaudit.nativeudf.NativeUnavailableException;
import org.docaudit.nativeudf.RecordReader;

/**
 * The engine in Rust. A batch that the kernel fails on goes to the Java engine, which {@link
 * ParsedBatch#fallback} tells.
 */
public final class NativeEngine implements AnalysisEngine {

  /** Its name in options and reports. */
  public static final String NAME = "native";

  private static final byte[] MAGIC = {'D', 'A', 'K', 'R'};
  private static final int VERSION = 1;
  private static final int SHA256_BYTES = 32;

  /** A message may hold text of a document. */
  private static final int MAX_MESSAGE = 500;

  /** In the order of {@link NativeAnalyzer#partNanos}. */
  private static final List<AnalysisPart> PARTS =
      List.of(
          AnalysisPart.TEXT,
          AnalysisPart.HASH,
          AnalysisPart.FREQUENCIES,
          AnalysisPart.FRONTMATTER,
          AnalysisPart.MARKDOWN);

  private static final Encoding[] ENCODINGS = Encoding.values();

  private final Limits limits;
  private final NativeAnalyzer analyzer;
  private final JavaEngine fallback;

  private NativeEngine(Limits limits, NativeAnalyzer analyzer) {
    this.limits = limits;
    this.analyzer = analyzer;
    this.fallback = new JavaEngine(limits);
  }

  /**
   * The engine.
   *
   * @throws NativeUnavailableException where its library cannot be loaded
   */
  public static NativeEngine create(Limits limits) throws NativeUnavailableException {
    NativeAnalyzer analyzer =
        NativeAnalyzer.create(
            limits.maxDocumentBytes(),
            limits.maxNesting(),
            limits.maxFrontmatterBytes(),
            limits.maxFrontmatterDepth(),
            limits.maxFrontmatterNodes());
    return new NativeEngine(limits, analyzer);
  }

  @Override
  public ParsedBatch parse(List<byte[]> documents) {
    PartClock clock = new PartClock();
    ByteBuffer record;
    try {
      record = analyzer.analyze(documents);
    } catch (NativeException e) {
      String message = harmless(String.valueOf(e.getMessage()));
      return fallback
          .parse(documents)
          .withFallback(
              new ParsedBatch.Fallback(e.code().name(), message, firstFailing(documents)));
    }
    clock.skip();
    long[] nanos = analyzer.partNanos();
    for (int i = 0; i < nanos.length; i++) {
      clock.add(PARTS.get(i), nanos[i]);
    }
    return read(RecordReader.of(record), documents, clock);
  }

  /** The first document on which the kernel fails alone, or 0 where there is none. */
  private int firstFailing(List<byte[]> documents) {
    for (int i = 0; i < documents.size(); i++) {
      try {
        analyzer.analyze(List.of(documents.get(i)));
      } catch (NativeException e) {
        return i;
      }
    }
    return 0;
  }

  private static String harmless(String message) {
    return ShortText.of(message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "), MAX_MESSAGE);
  }

  private ParsedBatch read(RecordReader in, List<byte[]> documents, PartClock clock) {
    if (!Arrays.equals(in.readBytes(MAGIC.length), MAGIC)
        || in.readShort() != VERSION
        || in.readInt() != documents.size()) {
      throw new IllegalStateException("the native kernel's record is not of this batch");
    }
    List<ParsedDocument> parsed = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      in.readInt(); // bytes
      int number = i;
      parsed.add(document(in, () -> SourceText.decode(documents.get(number))));
    }
    clock.ended(AnalysisPart.TRANSFER);
    return new ParsedBatch(NAME, parsed, new Words(in), clock.times());
  }

  private ParsedDocument document(RecordReader in, Supplier<SourceText> source) {
    String sha256 = HexFormat.of().formatHex(in.readBytes(SHA256_BYTES));
    Encoding encoding = ENCODINGS[in.readByte()];
    int lines = in.readCount();
    long words = in.readNumber();
    int invalid = in.readCount();
    @Nullable Position firstInvalid = invalid > 0 ? PositionRecord.read(in) : null;
    ParsedFrontmatter frontmatter = FrontmatterRecord.read(in, source, limits);
    return new ParsedDocument(
        sha256,
        lines,
        words,
        encoding.id(),
        invalid,
        firstInvalid,
        frontmatter,
        MarkdownRecord.read(in));
  }

  /** The part {@code frequencies} of a record, which is read when it is asked for. */
  private record Words(RecordReader start) implements WordCounts {

    @Override
    public void forEach(Visitor visitor) {
      RecordReader in = start.copy();
      for (int left = in.readCount(); left > 0; left--) {
        visitor.visit(in.readText(), in.readNumber(), in.readNumber());
      }
    }
  }
}
