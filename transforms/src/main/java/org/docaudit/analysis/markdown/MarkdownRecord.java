package org.docaudit.analysis.markdown;

import java.util.List;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.PositionRecord;
import org.docaudit.model.LinkSyntax;
import org.docaudit.nativeudf.RecordReader;

/** Reads what the native kernel says of a document's Markdown. */
public final class MarkdownRecord {

  private static final LinkSyntax[] SYNTAXES = LinkSyntax.values();
  private static final Directive.Kind[] KINDS = Directive.Kind.values();
  private static final ExceededLimit[] LIMITS = ExceededLimit.values();

  private MarkdownRecord() {}

  /** The part {@code markdown} of a record. */
  public static MarkdownFacts read(RecordReader in) {
    int limit = in.readByte();
    if (limit > 0) {
      int line = in.readCount();
      readFacts(in);
      return MarkdownFacts.unread(MarkdownParser.tooComplex(line, LIMITS[limit - 1]));
    }
    return readFacts(in);
  }

  private static MarkdownFacts readFacts(RecordReader in) {
    long proseWords = in.readNumber();
    List<ParsedHeading> headings = in.readList(() -> heading(in));
    List<ParsedLink> links = in.readList(() -> link(in));
    List<String> anchorIds = in.readList(in::readText);
    List<Directive> directives = in.readList(() -> directive(in));
    List<UndefinedReference> references =
        in.readList(() -> new UndefinedReference(PositionRecord.read(in), in.readText()));
    return new MarkdownFacts(headings, links, anchorIds, directives, references, proseWords, null);
  }

  private static ParsedHeading heading(RecordReader in) {
    int level = in.readByte();
    String text = in.readText();
    String anchorText = in.readByte() != 0 ? in.readText() : text;
    String id = in.readTextIf(in.readByte() != 0);
    return new ParsedHeading(level, text, anchorText, id, PositionRecord.read(in));
  }

  private static ParsedLink link(RecordReader in) {
    Position position = PositionRecord.read(in);
    return new ParsedLink(position, in.readText(), in.readText(), SYNTAXES[in.readByte()]);
  }

  private static Directive directive(RecordReader in) {
    Directive.Kind kind = KINDS[in.readByte()];
    String name = in.readText();
    List<String> rules = in.readList(in::readText);
    return new Directive(kind, name, rules, PositionRecord.read(in), in.readCount());
  }
}
