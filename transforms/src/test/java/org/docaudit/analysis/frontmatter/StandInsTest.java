package org.docaudit.analysis.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class StandInsTest {

  @Test
  void textThatNeedsNoneIsLeftAsItIs() {
    String text = "a: b?\nc: \"d\\\\e\"\nf: g/h\n";
    assertSame(text, StandIns.of(text).text());
  }

  @Test
  void exchangesOldLineEndsOneForOne() {
    StandIns standIns = StandIns.of("a\u0085b\u2028c\u2029d");
    assertEquals("a\uFDD0b\uFDD1c\uFDD2d", standIns.text());
    assertEquals("\u0085\u2028\u2029", standIns.restore("\uFDD0\uFDD1\uFDD2"));
  }

  @Test
  void exchangesTheBackslashOfAnEscapedSlash() {
    StandIns standIns = StandIns.of("\"a\\/b\\\\/c\\\\\\/d\"");
    assertEquals("\"a\uFDD4/b\\\\/c\\\\\uFDD4/d\"", standIns.text());
    assertEquals("a/b", standIns.restoreDoubleQuoted("a\uFDD4/b"));
    assertEquals("a\\/b", standIns.restore("a\uFDD4/b"));
  }

  @Test
  void exchangesQuestionMarksThatAreText() {
    assertEquals("[why\uFDD3, a\uFDD3b, \uFDD3c]", StandIns.of("[why?, a?b, ?c]").text());
  }

  @Test
  void leavesQuestionMarksThatMayBeIndicatorsOrBelongToATag() {
    String text = "[? a, ?, b ? c, {?}, !d?e f]\n? g\n: h\n";
    assertEquals(text, StandIns.of(text).text());
  }

  @Test
  void leavesQuestionMarksWhereThereIsNoFlowCollection() {
    assertEquals("a: b?\n", StandIns.of("a: b?\n").text());
  }

  @Test
  void textThatHoldsANoncharacterIsLeftAsItIs() {
    StandIns standIns = StandIns.of("[a?\uFDD1b]");
    assertEquals("[a?\uFDD1b]", standIns.text());
    assertEquals("\uFDD1", standIns.restore("\uFDD1"));
  }
}
