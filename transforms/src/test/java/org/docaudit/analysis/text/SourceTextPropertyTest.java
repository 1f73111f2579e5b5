package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.analysis.Position;

class SourceTextPropertyTest {

  /** Every beginning of every character's bytes, whole ones included. */
  private static final Set<String> BEGINNINGS = beginnings();

  @Provide
  Arbitrary<byte[]> documents() {
    return Texts.documents();
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.texts();
  }

  @Property
  void decodesAsTheStandardSaysAndKnowsEachPlace(@ForAll("documents") byte[] document) {
    byte[] bytes = document.clone();
    if (bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
      bytes[0] = 'a'; // no UTF-16 here
    }
    SourceText source = SourceText.decode(bytes);
    StringBuilder text = new StringBuilder();
    List<Position> positions = new ArrayList<>();
    int at = source.hasByteOrderMark() ? 3 : 0;
    int invalid = 0;
    long firstInvalid = -1;
    int line = 1;
    int column = 1;
    while (at < bytes.length) {
      int length = 1;
      while (at + length < bytes.length && isBeginning(bytes, at, length + 1)) {
        length++;
      }
      String character = new String(bytes, at, length, UTF_8);
      if (!Arrays.equals(character.getBytes(UTF_8), Arrays.copyOfRange(bytes, at, at + length))) {
        character = "\uFFFD";
        firstInvalid = invalid++ == 0 ? at : firstInvalid;
      }
      for (int i = 0; i < character.length(); i++) {
        positions.add(new Position(line, column, at));
      }
      text.append(character);
      at += length;
      column++;
      boolean crBeforeLf = character.equals("\r") && at < bytes.length && bytes[at] == '\n';
      if (character.equals("\n") || (character.equals("\r") && !crBeforeLf)) {
        line++;
        column = 1;
      }
    }
    positions.add(new Position(line, column, at));
    assertEquals(text.toString(), source.text());
    assertEquals(invalid, source.invalidSequences());
    assertEquals(firstInvalid, source.firstInvalidByte());
    assertPositions(positions, source);
  }

  @Property
  void readsUtf16LikeUtf8(@ForAll("texts") String text) {
    SourceText utf8 = SourceText.decode(("\uFEFF" + text).getBytes(UTF_8));
    for (SourceText utf16 :
        List.of(
            SourceText.decode(("\uFEFF" + text).getBytes(UTF_16LE)),
            SourceText.decode(("\uFEFF" + text).getBytes(UTF_16BE)))) {
      assertEquals(text, utf16.text());
      assertEquals(-1, utf16.firstInvalidByte());
      assertEquals(utf8.lines(), utf16.lines());
      List<Position> positions = new ArrayList<>();
      for (int i = 0; i <= text.length(); i++) {
        Position position = utf8.position(i);
        boolean second =
            i > 0
                && i < text.length()
                && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        positions.add(
            new Position(position.line(), position.column(), 2 + 2L * (second ? i - 1 : i)));
      }
      assertPositions(positions, utf16);
    }
  }

  @Property
  void anyBytesDecodeToWholeCharactersInOrder(
      @ForAll("documents") byte[] document, @ForAll boolean bigEndian) {
    byte[] bytes = new byte[document.length + 2];
    bytes[0] = (byte) (bigEndian ? 0xFE : 0xFF);
    bytes[1] = (byte) (bigEndian ? 0xFF : 0xFE);
    System.arraycopy(document, 0, bytes, 2, document.length);
    SourceText source = SourceText.decode(bytes);
    String text = source.text();
    assertTrue(
        text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "lone surrogate in " + text);
    long invalid = text.chars().filter(c -> c == 0xFFFD).count();
    assertTrue(source.invalidSequences() <= invalid);
    assertEquals(source.invalidSequences() == 0, source.firstInvalidByte() < 0);
    if (source.firstInvalidByte() >= 0) {
      assertEquals('\uFFFD', text.charAt((int) (source.firstInvalidByte() - 2) / 2));
    }
    assertEquals(bytes.length, source.position(text.length()).byteOffset());
  }

  private static void assertPositions(List<Position> expected, SourceText source) {
    String text = source.text();
    for (int i = 0; i <= text.length(); i++) {
      Position position = source.position(i);
      assertEquals(expected.get(i), position);
      assertEquals(position.line(), source.lineOf(i));
      int start = source.lineStart(position.line());
      assertEquals(
          new Position(position.line(), 1, expected.get(start).byteOffset()),
          source.position(start));
    }
    int last = source.lineOf(text.length());
    assertEquals(source.lineStart(last) == text.length() ? last - 1 : last, source.lines());
  }

  private static boolean isBeginning(byte[] bytes, int at, int length) {
    return BEGINNINGS.contains(new String(bytes, at, length, ISO_8859_1));
  }

  private static Set<String> beginnings() {
    Set<String> beginnings = new HashSet<>();
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      if (c >= 0xD800 && c <= 0xDFFF) {
        continue;
      }
      String bytes = new String(Character.toString(c).getBytes(UTF_8), ISO_8859_1);
      for (int length = 2; length <= bytes.length(); length++) {
        beginnings.add(bytes.substring(0, length));
      }
    }
    return beginnings;
  }
}
