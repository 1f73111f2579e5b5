package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;

/**
 * Reads JSON (RFC 8259) through Jackson's streaming parser. Numbers of more than 1,000 characters
 * and names of more than 50,000 are beyond Jackson's constraints, thus too complex.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              // Depth is kept by the builder, with a position.
              StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          // Names are a document's own: interning them would fill a table of the whole JVM.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private JsonReader() {}

  /** The value of {@code text().substring(start, end)}; adds to the findings. */
  static @Nullable FrontmatterNode read(
      SourceText source, int start, int end, Limits limits, List<Finding> findings)
      throws FrontmatterException {
    TreeBuilder builder = new TreeBuilder(limits, findings);
    String content = source.text().substring(start, end);
    try (JsonParser parser = FACTORY.createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        Position at = position(source, start, parser.currentTokenLocation());
        switch (token) {
          case START_OBJECT -> builder.open(true, at.line(), at.column(), null);
          case START_ARRAY -> builder.open(false, at.line(), at.column(), null);
          case END_OBJECT, END_ARRAY -> builder.close();
          default -> {
            String text = parser.getText();
            ScalarValue value = value(token, text);
            builder.scalar(
                new FrontmatterNode.Scalar(value.kind(), at.line(), at.column(), value.text()),
                text,
                false,
                null);
          }
        }
      }
    } catch (StreamConstraintsException e) {
      Position at = position(source, start, e.getLocation());
      throw FrontmatterException.tooComplex(
          at.line(), at.column(), "a name or number of extreme length");
    } catch (JsonProcessingException e) {
      Position at = source.position(start + JsonProblem.index(e, content));
      throw FrontmatterException.syntax(at.line(), at.column(), JsonProblem.describe(e));
    } catch (IOException e) {
      throw new AssertionError("text has no I/O", e);
    }
    return builder.root();
  }

  private static ScalarValue value(JsonToken token, String text) {
    return switch (token) {
      case VALUE_NUMBER_INT -> ScalarValue.integer(text);
      case VALUE_NUMBER_FLOAT -> ScalarValue.floating(text);
      case VALUE_TRUE -> ScalarValue.bool(true);
      case VALUE_FALSE -> ScalarValue.bool(false);
      case VALUE_NULL -> new ScalarValue(FrontmatterKind.NULL, text);
      default -> ScalarValue.string(text);
    };
  }

  private static Position position(SourceText source, int start, @Nullable JsonLocation location) {
    long offset = location == null ? 0 : Math.max(0, location.getCharOffset());
    return source.position((int) Math.min(start + offset, source.text().length()));
  }
}
