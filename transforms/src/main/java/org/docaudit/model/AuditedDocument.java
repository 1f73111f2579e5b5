package org.docaudit.model;

import java.util.List;

/**
 * A document with everything the audit says of it: one row of the documents table and the rows that
 * belong to it in the others.
 *
 * @param verdicts one for each of the facts' links, in their order
 * @param findings every finding that is not suppressed and whose rule is on, in order of position
 * @param severities severity in force of each finding, in their order
 * @param suppressed how many findings were suppressed by comments
 */
public record AuditedDocument(
    DocumentFacts facts,
    List<Verdict> verdicts,
    List<Finding> findings,
    List<Severity> severities,
    int suppressed) {

  public AuditedDocument {
    if (verdicts.size() != facts.links().size() || severities.size() != findings.size()) {
      throw new IllegalArgumentException("rows of " + facts.path() + " do not match");
    }
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    severities = List.copyOf(severities);
  }

  /** How many links are broken. */
  public long brokenLinks() {
    return verdicts.stream().filter(verdict -> verdict.status() == LinkStatus.BROKEN).count();
  }
}
