package org.docaudit.analysis.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.docaudit.analysis.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of what is unkind to decoders and counters. The times only guard against hanging. */
class HostileTextTest {

  private static final int SIZE = 1 << 20;
  private static final Duration HANG = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "61",
        "20",
        "09",
        "0A",
        "0D",
        "0D0A",
        "0A0D",
        "00",
        "27",
        "6127",
        "61E28099",
        "E28099",
        "CC81",
        "65CC81",
        "F09F91A9E2808D",
        "E280AE",
        "EFBBBF",
        "C2A0",
        "2AC2A0",
        "E3808220",
        "E6BCA2",
        "E6BCA261",
        "80",
        "FF",
        "C3",
        "E280",
        "F09F98",
        "EDA080",
        "F0",
        "E0",
        "6180",
        "EFBFBD",
        "7F",
        "F4908080"
      })
  void decodesLocatesAndCounts(String unit) {
    byte[] bytes = repeat(HexFormat.of().parseHex(unit));
    assertTimeoutPreemptively(HANG, () -> examine(bytes));
    for (int bom : new int[] {0xFE, 0xFF}) {
      byte[] utf16 = bytes.clone();
      utf16[0] = (byte) bom;
      utf16[1] = (byte) (bom ^ 1);
      assertTimeoutPreemptively(HANG, () -> examine(utf16));
    }
  }

  @Test
  void placesOnOneLineOfAMegabyteInAnyOrder() {
    byte[] bytes = repeat("a漢é😀".getBytes(UTF_8));
    SourceText source = SourceText.decode(bytes);
    SplittableRandom random = new SplittableRandom(1);
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            int unit = random.nextInt(bytes.length / 10);
            assertEquals(
                new Position(1, unit * 4 + 4, unit * 10L + 6), source.position(unit * 5 + 3));
          }
        });
  }

  @Test
  void aMillionDistinctWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      for (int rest = i, n = 0; n < 4; rest /= 32, n++) {
        text.append((char) ('A' + rest % 32 % 26)).append(rest % 32 < 26 ? "" : "é");
      }
      text.append(' ');
    }
    WordFrequencies frequencies = new WordFrequencies();
    assertTimeoutPreemptively(HANG, () -> frequencies.addDocument(text));
    assertEquals(1_000_000, frequencies.size());
  }

  private static void examine(byte[] bytes) {
    SourceText source = SourceText.decode(bytes);
    int length = source.text().length();
    long last = -1;
    for (int i = 0; i < 100_000; i++) {
      Position position = source.position((int) ((long) length * i / 100_000));
      assertEquals(true, position.byteOffset() >= last);
      last = position.byteOffset();
    }
    assertEquals(bytes.length, source.position(length).byteOffset());
    assertEquals(Words.count(source.text()), Words.count(source));
    ProseWords prose = new ProseWords();
    prose.add(source.text());
    assertEquals(prose.count(), prose.count());
    WordFrequencies frequencies = new WordFrequencies();
    frequencies.addDocument(source);
    WordFrequencies fromText = new WordFrequencies();
    fromText.addDocument(source.text());
    assertEquals(fromText.size(), frequencies.size());
  }

  private static byte[] repeat(byte[] unit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(SIZE + unit.length);
    while (bytes.size() < SIZE) {
      bytes.writeBytes(unit);
    }
    return bytes.toByteArray();
  }
}
