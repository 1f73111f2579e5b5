package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private static String first(String path, String rule, String target) {
    return new Fingerprints(path).next(rule, target);
  }

  /** Baselines refer to these: another way of computing them is another version. */
  @Test
  void theyStayTheSameFromReleaseToRelease() {
    assertEquals("v1", Fingerprints.VERSION);
    // printf 'link/missing-file\0guide/a.md\0=b.md\0001\0' | sha256sum | cut -c-32
    assertEquals(
        "c353359120c86fad549dc984fb37cc26", first("guide/a.md", "link/missing-file", "b.md"));
    // printf 'duplicate/exact\0guide/a.md\0\0001\0' | sha256sum | cut -c-32
    assertEquals("8e9a24499742aa88d33c8a5d30e2fdb7", first("guide/a.md", "duplicate/exact", null));
  }

  @Test
  void equalFindingsAreNumbered() {
    Fingerprints fingerprints = new Fingerprints("a.md");
    List<String> all =
        List.of(
            fingerprints.next("r/x", "t"),
            fingerprints.next("r/x", "u"),
            fingerprints.next("r/x", "t"),
            fingerprints.next("r/y", "t"),
            fingerprints.next("r/x", null),
            fingerprints.next("r/x", ""),
            fingerprints.next("r/x", "t"));
    assertEquals(all.size(), Set.copyOf(all).size());
    assertEquals(all.get(0), first("a.md", "r/x", "t"));
  }

  /** What is inserted above does not matter, unless it is equal. */
  @Test
  void otherFindingsDoNotMatter() {
    Fingerprints fingerprints = new Fingerprints("a.md");
    fingerprints.next("r/x", "other");
    fingerprints.next("r/y", "t");
    assertEquals(first("a.md", "r/x", "t"), fingerprints.next("r/x", "t"));
  }

  /** Parts cannot be mistaken for each other. */
  @Test
  void partsAreApart() {
    Set<String> all =
        new HashSet<>(
            List.of(
                first("ab", "c", "d"),
                first("a", "bc", "d"),
                first("a", "b", "cd"),
                first("a", "b", "c"),
                first("a", "b", null)));
    assertEquals(5, all.size());
    assertNotEquals(first("a", "b", "="), first("a", "b", ""));
  }
}
