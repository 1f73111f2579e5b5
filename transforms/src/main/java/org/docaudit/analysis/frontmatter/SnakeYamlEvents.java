package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.text.SourceText;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The events of SnakeYAML's parser, with places in the document. Nothing is composed or
 * constructed, so tags cannot create objects and deep nesting costs no stack.
 */
final class SnakeYamlEvents implements YamlEvents {
  /** Characters read again for the sake of tabs: a thousand tabs in 4 KB, 16 in 256 KB. */
  private static final int MAX_READ_AGAIN = 4 << 20;

  private final SourceText source;
  private final int start;
  private final StandIns standIns;
  private final CodePointCursor cursor;
  private String content;
  private @Nullable StreamReader reader;
  private @Nullable ParserImpl parser;
  private boolean started;
  private int passed;
  private int readAgain;

  /** The events of {@code text().substring(start, end)}. */
  SnakeYamlEvents(SourceText source, int start, int end) {
    this.source = source;
    this.start = start;
    standIns = StandIns.of(source.text().substring(start, end));
    content = standIns.text();
    cursor = new CodePointCursor(content);
  }

  @Override
  public @Nullable YamlEvent next() throws FrontmatterException {
    while (true) {
      try {
        return read();
      } catch (MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        int index = mark != null ? mark.getIndex() : index();
        if (!orEmpty(e.getProblem()).startsWith("found character") || !passTabs(index)) {
          Mark context = e.getContextMark();
          throw new YamlProblem(
                  orEmpty(e.getContext()), orEmpty(e.getProblem()), position(index), textAt(index))
              .toException(context == null ? position(index) : position(context.getIndex()));
        }
      } catch (ReaderException e) {
        throw YamlProblem.character(position(e.getPosition()), e.getCodePoint());
      } catch (RuntimeException e) {
        // SnakeYAML lets some through unmarked, such as NumberFormatException for "\UFFFFFFFF".
        Position at = position(index());
        throw FrontmatterException.syntax(at.line(), at.column(), "not valid YAML");
      }
    }
  }

  private @Nullable YamlEvent read() throws FrontmatterException {
    ParserImpl events = parser == null ? open() : parser;
    while (true) {
      Event event = events.getEvent();
      if (event == null) {
        return null;
      }
      passed++;
      started |= event.getEventId() == Event.ID.DocumentStart;
      if (event.getEventId() == Event.ID.StreamEnd && !started && content.startsWith("%")) {
        // SnakeYAML passes over directives that no document follows.
        throw YamlProblem.directive(position(0));
      }
      YamlEvent.Kind kind = kindOf(event);
      if (kind != null) {
        return convert(kind, event);
      }
    }
  }

  /**
   * Where tabs between two tokens of a line are the problem, as in {@code title:<TAB>Text}, takes
   * them for spaces and begins anew: libyaml and YAML 1.2 admit them. Not before or behind {@code
   * -} and {@code ?}, where they would indent.
   */
  private boolean passTabs(int codePoint) {
    int from = cursor.charIndex(codePoint);
    int to = from;
    while (from > 0 && FieldShape.isBlank(content.charAt(from - 1))) {
      from--;
    }
    to = FieldShape.skipBlanks(content, to);
    String blanks = content.substring(from, to);
    if (readAgain + content.length() > MAX_READ_AGAIN
        || from == 0
        || !blanks.contains("\t")
        || FieldShape.isLineEnd(content.charAt(from - 1))
        || isIndicator(from - 1)) {
      return false;
    }
    readAgain += content.length();
    content = content.substring(0, from) + blanks.replace('\t', ' ') + content.substring(to);
    ParserImpl again = open();
    for (int i = 0; i < passed; i++) {
      again.getEvent();
    }
    return true;
  }

  private boolean isIndicator(int index) {
    char c = content.charAt(index);
    char before = index == 0 ? '\n' : content.charAt(index - 1);
    return (c == '-' || c == '?') && (FieldShape.isBlank(before) || FieldShape.isLineEnd(before));
  }

  private ParserImpl open() {
    LoaderOptions options = new LoaderOptions();
    // The size is bounded by our own limit.
    options.setCodePointLimit(Integer.MAX_VALUE);
    StreamReader opened = new StreamReader(content);
    reader = opened;
    parser = new ParserImpl(opened, options);
    return parser;
  }

  private static YamlEvent.@Nullable Kind kindOf(Event event) {
    return switch (event.getEventId()) {
      case DocumentStart -> YamlEvent.Kind.DOCUMENT_START;
      case MappingStart -> YamlEvent.Kind.MAPPING_START;
      case SequenceStart -> YamlEvent.Kind.SEQUENCE_START;
      case MappingEnd, SequenceEnd -> YamlEvent.Kind.COLLECTION_END;
      case Scalar -> YamlEvent.Kind.SCALAR;
      case Alias -> YamlEvent.Kind.ALIAS;
      case StreamStart, StreamEnd, DocumentEnd, Comment -> null;
    };
  }

  private YamlEvent convert(YamlEvent.Kind kind, Event event) {
    Position at = position(event.getStartMark().getIndex());
    String value = null;
    String tag = null;
    String anchor = null;
    boolean plain = false;
    boolean explicit = false;
    if (event instanceof ScalarEvent scalar) {
      boolean doubleQuoted = scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED;
      value =
          doubleQuoted
              ? standIns.restoreDoubleQuoted(scalar.getValue())
              : standIns.restore(scalar.getValue());
      tag = scalar.getTag();
      anchor = restore(scalar.getAnchor());
      plain = scalar.isPlain();
    } else if (event instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
      anchor = restore(collection.getAnchor());
    } else if (event instanceof AliasEvent alias) {
      value = restore(alias.getAnchor());
    } else if (event instanceof DocumentStartEvent document) {
      explicit = document.getExplicit();
    }
    return new YamlEvent(kind, at.line(), at.column(), value, plain, explicit, tag, anchor);
  }

  /** Where the reader stands, in code points of the content. */
  private int index() {
    return reader == null ? 0 : reader.getIndex();
  }

  private Position position(int codePoint) {
    return source.position(start + cursor.charIndex(codePoint));
  }

  private String textAt(int codePoint) {
    int from = cursor.charIndex(codePoint);
    int to = from;
    while (to < content.length() && !FieldShape.isLineEnd(content.charAt(to))) {
      to++;
    }
    return standIns.restore(content.substring(from, to));
  }

  private @Nullable String restore(@Nullable String name) {
    return name == null ? null : standIns.restore(name);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
