package org.docaudit.pipeline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void harmlessTextStays() {
    assertEquals("docs/Füße/日本語 😀.md", TerminalText.clean("docs/Füße/日本語 😀.md"));
  }

  @Test
  void whatTerminalsObeyIsReplaced() {
    assertEquals("a�[31mb", TerminalText.clean("a\u001B[31mb"));
    assertEquals("�]0;title�", TerminalText.clean("\u001B]0;title\u0007"));
    assertEquals("a�b�c�d", TerminalText.clean("a\nb\rc\u009Bd"));
    assertEquals("x�dm.exe�", TerminalText.clean("x\u202Edm.exe\u202C"));
    assertEquals("����", TerminalText.clean("\u2066\u200F\u2028\uD800"));
    assertEquals("��", TerminalText.clean("\u0000\u007F"));
  }

  @Test
  void longTextKeepsItsEnd() {
    assertEquals("short.md", TerminalText.tail("short.md", 8));
    assertEquals("…hort.md", TerminalText.tail("xshort.md", 8));
    assertEquals("…語.md", TerminalText.tail("日本語.md", 7));
    assertEquals("…", TerminalText.tail("abc", 1));
  }

  @Test
  void shortTextKeepsItsBeginning() {
    assertEquals("removing a", TerminalText.head("removing abc", 10));
    assertEquals("abc", TerminalText.head("abc", 3));
    assertEquals("日", TerminalText.head("日本語", 3));
    assertEquals("a", TerminalText.head("a😀", 2), "not half a character");
    assertEquals("", TerminalText.head("a", 0));
  }

  @Property
  boolean cleanTextHasNoControls(@ForAll String text) {
    return TerminalText.clean(text)
        .codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Property
  void tailFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int columns) {
    String clean = TerminalText.clean(text);
    assertTrue(TerminalText.width(TerminalText.tail(clean, columns)) <= columns);
  }
}
