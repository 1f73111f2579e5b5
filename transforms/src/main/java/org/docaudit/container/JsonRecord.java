package org.docaudit.container;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Rule;

/** A line of JSON as a record. Values of other fields are not looked at. */
final class JsonRecord {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(UnpackingLimits.MAX_RECORD_BYTES)
                  .build())
          .build();

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  @Nullable String path;
  @Nullable String kind;
  @Nullable String reason;
  @Nullable String rule;

  /** Bytes of the document as the record gives them; -1 where it does not. */
  long size = -1;

  /** Whether there is a text or, in its place, bytes. */
  boolean hasText;

  /** Of the text; null where only the head was read or there is none. */
  byte @Nullable [] text;

  private JsonRecord() {}

  /**
   * Reads up to the text where the path stands before it, and in any case not the text.
   *
   * @throws MemberException where it is no record
   */
  static JsonRecord head(LineReader line, FieldNames fields) throws MemberException {
    return new JsonRecord().read(line, fields, false);
  }

  /**
   * Reads all of it.
   *
   * @throws MemberException where it is no record
   */
  static JsonRecord whole(LineReader line, FieldNames fields) throws MemberException {
    return new JsonRecord().read(line, fields, true);
  }

  /** Adds the names of the fields of a line to a collection; none where it is no record. */
  static void addNames(LineReader line, Collection<String> names) {
    try (JsonParser parser = parser(line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
          parser.nextToken();
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      // The scan says what is wrong with it.
    }
  }

  /** Whether it names a file whose content is not in the container. */
  boolean isMention() {
    return PackFields.isMention(kind, reason);
  }

  private static JsonParser parser(LineReader line) throws IOException {
    return FACTORY.createParser(line.array(), line.start(), line.length());
  }

  private JsonRecord read(LineReader line, FieldNames fields, boolean whole)
      throws MemberException {
    if (line.isTooLong()) {
      throw new MemberException(
          Rule.CORPUS_OVER_LIMIT,
          "the line is longer than %d bytes".formatted(UnpackingLimits.MAX_RECORD_BYTES));
    }
    try (JsonParser parser = parser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw MemberException.invalid("the line is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (field(parser, fields, whole) && !whole && path != null) {
          return this;
        }
      }
      if (parser.nextToken() != null) {
        throw MemberException.invalid("something stands behind the JSON object");
      }
      return this;
    } catch (JsonProcessingException e) {
      throw MemberException.invalid("the line is not valid JSON: " + e.getOriginalMessage());
    } catch (MemberException e) {
      throw e;
    } catch (IOException e) {
      throw MemberException.invalid("the line is not valid JSON: " + e.getMessage());
    }
  }

  /** Reads a field; returns whether it is the text. */
  private boolean field(JsonParser parser, FieldNames fields, boolean whole) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (name.equals(fields.text())) {
      return text(parser, value, name, whole);
    } else if (name.equals(fields.path())) {
      path = path(parser, value, name);
    } else if (name.equals(PackFields.TEXT_BASE64) && value == JsonToken.VALUE_STRING) {
      hasText = true;
      if (whole) {
        text = parser.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
      }
      return true;
    } else if (name.equals(PackFields.SIZE) && value == JsonToken.VALUE_NUMBER_INT) {
      size = parser.getLongValue();
    } else if (value == JsonToken.VALUE_STRING) {
      switch (name) {
        case PackFields.KIND -> kind = parser.getText();
        case PackFields.REASON -> reason = parser.getText();
        case PackFields.RULE -> rule = parser.getText();
        default -> {}
      }
    } else {
      parser.skipChildren();
    }
    return false;
  }

  private boolean text(JsonParser parser, JsonToken value, String name, boolean whole)
      throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return false;
    } else if (value != JsonToken.VALUE_STRING) {
      throw MemberException.invalid("the field '%s' is no text".formatted(name));
    }
    hasText = true;
    if (whole) {
      text = utf8(parser.getText());
    }
    return true;
  }

  private static @Nullable String path(JsonParser parser, JsonToken value, String name)
      throws IOException {
    if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
      return parser.getText();
    } else if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    throw MemberException.invalid("the field '%s' is no text".formatted(name));
  }

  /** In UTF-8, with U+FFFD for halves of surrogate pairs, which JSON can hold and UTF-8 cannot. */
  private static byte[] utf8(String text) throws CharacterCodingException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!hasLoneSurrogate(text)) {
      return bytes;
    }
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
    byte[] replaced = new byte[encoded.remaining()];
    encoded.get(replaced);
    return replaced;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
