package org.docaudit.pipeline.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.docaudit.model.Severity;

class GravestFindingsTest {

  /** As if all were held, sorted by severity without changing the order otherwise, and cut. */
  @Property
  void theFirstByGravity(
      @ForAll @Size(max = 30) List<Severity> severities, @ForAll @IntRange(max = 12) int capacity) {
    List<ShownFinding> all = new ArrayList<>();
    GravestFindings gravest = new GravestFindings(capacity);
    for (Severity severity : severities) {
      ShownFinding finding =
          new ShownFinding(
              "r/x", severity, "a.md", all.size() + 1, 1, "message", null, null, "0123", null);
      all.add(finding);
      gravest.add(finding);
    }
    all.sort(Comparator.comparing(ShownFinding::severity));
    assertEquals(all.subList(0, Math.min(capacity, all.size())), gravest.all());
  }
}
