package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void tellsWhatIsMissingAndWhatIsNew() {
    assertEquals(List.of(), LineDiff.of(List.of("a", "b"), List.of("a", "b")));
    assertEquals(
        List.of("- b", "+ x", "+ y"),
        LineDiff.of(List.of("a", "b", "c"), List.of("a", "x", "c", "y")));
    assertEquals(List.of("- a"), LineDiff.of(List.of("a"), List.of()));
    assertEquals(List.of("+ a"), LineDiff.of(List.of(), List.of("a")));
    assertEquals(List.of("- b", "+ b"), LineDiff.of(List.of("b", "a"), List.of("a", "b")));
  }

  @Test
  void stopsSomewhere() {
    List<String> diff = LineDiff.of(Collections.nCopies(100, "a"), List.of());
    assertEquals(41, diff.size());
    assertEquals("… and 60 more", diff.get(40));
  }
}
