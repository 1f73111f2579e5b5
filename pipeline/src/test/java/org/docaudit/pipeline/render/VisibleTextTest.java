package org.docaudit.pipeline.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("plain", "plain"),
        arguments("שלום مرحبا", "שלום مرحبا"),
        arguments("\uD83D\uDC69\u200D\uD83D\uDE80", "\uD83D\uDC69\u200D\uD83D\uDE80"),
        arguments("a\u202Eb\u202Cc", "a‹U+202E›b‹U+202C›c"),
        arguments("a\u0000\u001B[31m\nb", "a‹U+0000›‹U+001B›[31m‹U+000A›b"),
        arguments("a\u2028b\u2029\uFEFFc", "a‹U+2028›b‹U+2029›‹U+FEFF›c"),
        arguments("a\uD800b", "a‹U+D800›b"),
        arguments("\uDB40\uDC67", "‹U+E0067›"),
        arguments("\uE000\u0378", "‹U+E000›‹U+0378›"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsNotSeenIsNamed(String text, String visible) {
    assertEquals(visible, VisibleText.of(text, 100));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, abc… (4 characters)",
    "'\uD83D\uDC69\uD83D\uDC69\uD83D\uDC69', 3, '\uD83D\uDC69\uD83D\uDC69\uD83D\uDC69'",
    "'\uD83D\uDC69\uD83D\uDC69', 1, '\uD83D\uDC69… (2 characters)'",
  })
  void longTextIsCutBetweenCharacters(String text, int max, String cut) {
    assertEquals(cut, VisibleText.of(text, max));
  }

  @Property
  void boundedAndWithoutControls(@ForAll String text) {
    String visible = VisibleText.of(text, 20);
    assertTrue(visible.length() <= 20 * 10 + 30, visible);
    assertTrue(visible.codePoints().noneMatch(Character::isISOControl));
  }
}
