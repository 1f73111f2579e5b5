package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts and bytes made of pieces in which decoders, word counters and tables differ. */
final class Texts {

  private static final String[] PIECES = {
    "a",
    "b",
    "Z",
    "the",
    "The",
    "don't",
    "don’t",
    "O'",
    "'",
    "’",
    "''",
    "seven77",
    "eightiii",
    "ninelongg",
    "Internationalization",
    "x".repeat(255),
    "Y".repeat(256),
    "z".repeat(257),
    "é".repeat(128),
    "É".repeat(129),
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u000b",
    "\u001c",
    "\u0085",
    "\u00a0",
    "\u2003",
    "\u2028",
    "\u200b",
    "\u3000",
    "\u1680",
    "\u205f",
    "\ufeff",
    "\0",
    "0",
    "12",
    "-",
    "_",
    ".",
    "—",
    "!",
    "é",
    "É",
    "e\u0301",
    "\u0301",
    "\ufe0f",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "\u212a",
    "ſ",
    "Ⱥ",
    "Σ",
    "ς",
    "Ж",
    "ж",
    "\u13a0",
    "\uab70",
    "漢",
    "字",
    "々",
    "か",
    "\u3099",
    "カ",
    "ー",
    "ｱ",
    "、",
    "。",
    "「",
    "１",
    "한국",
    "😀",
    "👩\u200d",
    "𐐀",
    "𐐨",
    "𝒳",
    "𠀀",
    "\ufffd",
    "[a](b)",
    "`c`",
    "\u202e"
  };

  private static final byte[][] BROKEN = {
    {(byte) 0x80},
    {(byte) 0xBF, (byte) 0xBF},
    {(byte) 0xC0, (byte) 0xAF},
    {(byte) 0xC3},
    {(byte) 0xC2, 'a'},
    {(byte) 0xE0, (byte) 0x80},
    {(byte) 0xE2, (byte) 0x80},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xEF, (byte) 0xBB},
    {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
    {(byte) 0xF0, (byte) 0x9F},
    {(byte) 0xF4, (byte) 0x90},
    {(byte) 0xF5},
    {(byte) 0xFE, (byte) 0xFF},
    {(byte) 0xFF},
    {0}
  };

  private Texts() {}

  /** Well-formed texts. */
  static Arbitrary<String> texts() {
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    Arbitrary<String> any =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(3).filter(Texts::paired);
    return Arbitraries.frequencyOf(Tuple.of(9, piece), Tuple.of(1, any))
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  /** Documents in UTF-8, mostly with invalid bytes among them. */
  static Arbitrary<byte[]> documents() {
    Arbitrary<byte[]> valid = Arbitraries.of(PIECES).map(text -> text.getBytes(UTF_8));
    return Arbitraries.frequencyOf(
            Tuple.of(4, valid),
            Tuple.of(1, Arbitraries.of(BROKEN)),
            Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(5)))
        .list()
        .ofMaxSize(60)
        .map(Texts::join);
  }

  private static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static boolean paired(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
