package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkPatternsTest {
  @Test
  void findsAnywhere() {
    LinkPatterns patterns = LinkPatterns.of(List.of("^/api/", "\\.internal\\b", "(?i)todo"));
    assertTrue(patterns.ignores("/api/x"));
    assertTrue(patterns.ignores("https://a.internal/b"));
    assertTrue(patterns.ignores("x#ToDo"));
    assertFalse(patterns.ignores("docs/api/x"));
    assertFalse(LinkPatterns.NONE.ignores(""));
  }

  @Test
  void badPatternsAreNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> LinkPatterns.of(List.of("ok", "a(b")));
    assertEquals("links.ignore: pattern 'a(b' is not valid: missing closing )", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> LinkPatterns.of(List.of("(?<=a)b")));
  }

  @Test
  void takesLinearTime() {
    LinkPatterns patterns = LinkPatterns.of(List.of("(a*)*b$", "(a|aa)+$x"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertFalse(patterns.ignores("a".repeat(1 << 20))));
  }
}
