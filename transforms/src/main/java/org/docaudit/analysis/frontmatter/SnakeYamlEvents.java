package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.text.SourceText;
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
  /**
   * Line ends in YAML 1.1, which SnakeYAML folds, but ordinary characters in YAML 1.2; and
   * noncharacters that stand in for them while parsing.
   */
  private static final String OLD_LINE_ENDS = "\u0085\u2028\u2029";

  private static final String STAND_INS = "\uFDD0\uFDD1\uFDD2";

  private final SourceText source;
  private final int start;
  private final String content;
  private final boolean standIns;
  private final CodePointCursor cursor;
  private @Nullable StreamReader reader;
  private @Nullable ParserImpl parser;
  private boolean started;

  /** The events of {@code text().substring(start, end)}. */
  SnakeYamlEvents(SourceText source, int start, int end) {
    this.source = source;
    this.start = start;
    String text = source.text().substring(start, end);
    standIns = containsAny(text, OLD_LINE_ENDS) && !containsAny(text, STAND_INS);
    content = standIns ? exchange(text, OLD_LINE_ENDS, STAND_INS) : text;
    cursor = new CodePointCursor(content);
  }

  @Override
  public @Nullable YamlEvent next() throws FrontmatterException {
    try {
      ParserImpl events = parser == null ? open() : parser;
      while (true) {
        Event event = events.getEvent();
        if (event == null) {
          return null;
        }
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
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      int index = mark != null ? mark.getIndex() : index();
      Mark context = e.getContextMark();
      throw new YamlProblem(
              orEmpty(e.getContext()), orEmpty(e.getProblem()), position(index), textAt(index))
          .toException(context == null ? position(index) : position(context.getIndex()));
    } catch (ReaderException e) {
      throw YamlProblem.character(position(e.getPosition()), e.getCodePoint());
    } catch (RuntimeException e) {
      // SnakeYAML lets some through unmarked, such as NumberFormatException for "\UFFFFFFFF".
      Position at = position(index());
      throw FrontmatterException.syntax(at.line(), at.column(), "not valid YAML");
    }
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
      value = restore(scalar.getValue());
      tag = scalar.getTag();
      anchor = scalar.getAnchor();
      plain = scalar.isPlain();
    } else if (event instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
      anchor = collection.getAnchor();
    } else if (event instanceof AliasEvent alias) {
      value = alias.getAnchor();
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
    return restore(content.substring(from, to));
  }

  private String restore(String text) {
    return standIns ? exchange(text, STAND_INS, OLD_LINE_ENDS) : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean containsAny(String text, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (text.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String exchange(String text, String from, String to) {
    String exchanged = text;
    for (int i = 0; i < from.length(); i++) {
      exchanged = exchanged.replace(from.charAt(i), to.charAt(i));
    }
    return exchanged;
  }
}
