package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.docaudit.analysis.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  @Test
  void asciiPositions() {
    SourceText source = SourceText.decode("ab\ncd\r\nef\rg".getBytes(UTF_8));
    assertEquals("ab\ncd\r\nef\rg", source.text());
    assertEquals(Encoding.UTF_8, source.encoding());
    assertFalse(source.hasByteOrderMark());
    assertEquals(4, source.lines());
    assertEquals(new Position(1, 1, 0), source.position(0));
    assertEquals(new Position(1, 3, 2), source.position(2));
    assertEquals(new Position(2, 1, 3), source.position(3));
    assertEquals(new Position(2, 4, 6), source.position(6));
    assertEquals(new Position(3, 1, 7), source.position(7));
    assertEquals(new Position(4, 1, 10), source.position(10));
    assertEquals(new Position(4, 2, 11), source.position(11));
    assertEquals(7, source.lineStart(3));
    assertThrows(IndexOutOfBoundsException.class, () -> source.position(12));
    assertThrows(IndexOutOfBoundsException.class, () -> source.lineOf(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "a,1",
    "\\n,1",
    "a\\n,1",
    "a\\nb,2",
    "\\r\\n,1",
    "\\n\\r,2",
    "\\r\\r,2",
    "\\r\\na,2",
    "a\u0085b\u2028c\fd,1"
  })
  void countsLines(String text, int lines) {
    assertEquals(lines, SourceText.decode(text.translateEscapes().getBytes(UTF_8)).lines());
  }

  @ParameterizedTest
  @CsvSource({"\\n,1", "\\r,1", "\\r\\n,2", "a\\n,2", "é\\r\\n,3"})
  void manyShortLines(String unit, int lineLength) {
    int count = 1_000;
    SourceText source = SourceText.decode(unit.translateEscapes().repeat(count).getBytes(UTF_8));
    int length = source.text().length();
    assertEquals(length / lineLength, source.lines());
    for (int line = 1; line <= source.lines() + 1; line++) {
      assertEquals((line - 1) * lineLength, source.lineStart(line));
      assertEquals(line, source.lineOf(source.lineStart(line)));
    }
  }

  @Test
  void emptyDocument() {
    SourceText source = SourceText.decode(new byte[0]);
    assertEquals(new Position(1, 1, 0), source.position(0));
    assertEquals(0, source.lineStart(1));
  }

  @Test
  void countsColumnsInCodePointsAndOffsetsInBytes() {
    SourceText source = SourceText.decode("\uFEFFé𝒳x\n日b".getBytes(UTF_8));
    assertTrue(source.hasByteOrderMark());
    assertEquals("é𝒳x\n日b", source.text());
    assertEquals(new Position(1, 1, 3), source.position(0));
    assertEquals(new Position(1, 2, 5), source.position(1));
    assertEquals(new Position(1, 2, 5), source.position(2));
    assertEquals(new Position(1, 3, 9), source.position(3));
    assertEquals(new Position(2, 1, 11), source.position(5));
    assertEquals(new Position(2, 2, 14), source.position(6));
    assertEquals(new Position(2, 3, 15), source.position(7));
  }

  @Test
  void readsUtf16() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      SourceText source = SourceText.decode("\uFEFFa𝒳\n日\r\n".getBytes(charset));
      assertEquals("a𝒳\n日\r\n", source.text());
      assertEquals(charset.name(), source.encoding().name().replace('_', '-').replace("16-", "16"));
      assertTrue(source.hasByteOrderMark());
      assertEquals(2, source.lines());
      assertEquals(new Position(1, 2, 4), source.position(1));
      assertEquals(new Position(1, 2, 4), source.position(2));
      assertEquals(new Position(1, 3, 8), source.position(3));
      assertEquals(new Position(2, 1, 10), source.position(4));
      assertEquals(new Position(3, 1, 16), source.position(7));
      assertEquals(-1, source.firstInvalidByte());
    }
  }

  /** The examples of The Unicode Standard 16.0, tables 3-8 to 3-11, and ends of input. */
  @ParameterizedTest
  @CsvSource({
    "41C080E2,A???,3,1",
    "C0AFE080BFF0818241,????????A,8,0",
    "EDA080EDBFBFEDAF41,????????A,8,0",
    "F4919293FF4180BF42,?????A??B,7,0",
    "E180E2F09192F1BF41,????A,4,0",
    "41E2,A?,1,1",
    "41F09F98,A?,1,1",
    "EFBFBD,?,0,-1",
    "EFBFBD80,??,1,3",
    "EFBBBF80,?,1,3",
    "EFBBBFEFBBBF,\uFEFF,0,-1",
    "FEFFD800,?,1,2",
    "FEFF0041DC000042,A?B,1,4",
    "FEFFD800D8000041,??A,2,2",
    "FEFF0041DB,A?,1,4",
    "FEFFD80041,?,1,2",
    "FFFE00D8,?,1,2",
    "FFFE3DD800DE,😀,0,-1",
    "FEFF,'',0,-1"
  })
  void replacesInvalidBytes(String hex, String text, int invalid, long first) {
    SourceText source = SourceText.decode(HexFormat.of().parseHex(hex));
    assertEquals(text.replace('?', '\uFFFD'), source.text());
    assertEquals(invalid, source.invalidSequences());
    assertEquals(first, source.firstInvalidByte());
  }

  @Test
  void offsetsBehindInvalidBytesStayExact() {
    SourceText source = SourceText.decode(HexFormat.of().parseHex("F09F9841FF0AE242"));
    assertEquals("\uFFFDA\uFFFD\n\uFFFDB", source.text());
    assertEquals(new Position(1, 2, 3), source.position(1));
    assertEquals(new Position(2, 1, 6), source.position(4));
    assertEquals(new Position(2, 2, 7), source.position(5));
    assertEquals(new Position(2, 3, 8), source.position(6));
  }

  @Test
  void endOfUtf16BehindLoneSurrogateAndOddByteIsTheEndOfTheBytes() {
    byte[] bytes = {(byte) 0xFE, (byte) 0xFF, 0, 'a', (byte) 0xD8, 0, 'b'};
    SourceText source = SourceText.decode(bytes);
    assertEquals("a\uFFFD", source.text());
    assertEquals(4, source.position(1).byteOffset());
    assertEquals(7, source.position(2).byteOffset());
  }
}
