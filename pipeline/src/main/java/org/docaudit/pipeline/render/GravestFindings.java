package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.docaudit.model.Severity;

/**
 * The first of many findings: errors before warnings before infos, each in the order they come.
 * Holds no more than its capacity, whatever is added.
 */
final class GravestFindings {

  private final int capacity;
  private final Map<Severity, List<ShownFinding>> findings = new EnumMap<>(Severity.class);
  private int size;

  GravestFindings(int capacity) {
    this.capacity = capacity;
    for (Severity severity : Severity.values()) {
      findings.put(severity, new ArrayList<>());
    }
  }

  /** Whether one of this severity would be kept. */
  boolean wants(Severity severity) {
    return size < capacity || severity.compareTo(lightest()) < 0;
  }

  void add(ShownFinding finding) {
    if (!wants(finding.severity())) {
      return;
    }
    if (size == capacity) {
      List<ShownFinding> light = findings.get(lightest());
      light.remove(light.size() - 1);
      size--;
    }
    findings.get(finding.severity()).add(finding);
    size++;
  }

  List<ShownFinding> all() {
    return findings.values().stream().flatMap(List::stream).toList();
  }

  /** The gravest where nothing is held, so that nothing is wanted then. */
  private Severity lightest() {
    Severity lightest = Severity.ERROR;
    for (Severity severity : Severity.values()) {
      if (!findings.get(severity).isEmpty()) {
        lightest = severity;
      }
    }
    return lightest;
  }
}
