package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.FindingState;

/**
 * The first of many findings: new before unchanged ones, and of each errors before warnings before
 * infos, each in the order they come. Holds no more than its capacity, whatever is added.
 */
final class GravestFindings {

  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private final int capacity;

  /** By rank, the gravest first. */
  private final List<List<ShownFinding>> findings = new ArrayList<>();

  private int size;

  GravestFindings(int capacity) {
    this.capacity = capacity;
    for (int rank = 0; rank < 2 * SEVERITIES.size(); rank++) {
      findings.add(new ArrayList<>());
    }
  }

  /** Whether one of this severity and state would be kept. */
  boolean wants(Severity severity, @Nullable FindingState state) {
    return size < capacity || rank(severity, state) < lightest();
  }

  void add(ShownFinding finding) {
    if (!wants(finding.severity(), finding.state())) {
      return;
    }
    if (size == capacity) {
      List<ShownFinding> light = findings.get(lightest());
      light.remove(light.size() - 1);
      size--;
    }
    findings.get(rank(finding.severity(), finding.state())).add(finding);
    size++;
  }

  List<ShownFinding> all() {
    return findings.stream().flatMap(List::stream).toList();
  }

  private static int rank(Severity severity, @Nullable FindingState state) {
    return SEVERITIES.indexOf(severity) + (state == FindingState.UNCHANGED ? SEVERITIES.size() : 0);
  }

  /** The gravest where nothing is held, so that nothing is wanted then. */
  private int lightest() {
    int lightest = 0;
    for (int rank = 0; rank < findings.size(); rank++) {
      if (!findings.get(rank).isEmpty()) {
        lightest = rank;
      }
    }
    return lightest;
  }
}
