package org.docaudit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ShortTextTest {

  @Test
  void noCharacterIsCutInTwo() {
    assertEquals("a😀…", ShortText.of("a😀b", 2));
    assertEquals("a…", ShortText.of("a😀b", 1));
    assertEquals("…", ShortText.of("😀", 0));
  }

  @Test
  void whatFitsStays() {
    String fits = "a😀b";
    assertSame(fits, ShortText.of(fits, 3), "counted in code points");
    assertSame("", ShortText.of("", 0));
  }
}
