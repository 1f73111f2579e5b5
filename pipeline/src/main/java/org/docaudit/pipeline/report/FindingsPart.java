package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import org.docaudit.model.Finding;
import org.docaudit.model.Severity;
import org.docaudit.model.Sha256;

/** A part of the findings table, and of {@code findings.jsonl}. Not thread-safe. */
final class FindingsPart implements Closeable {

  private final TableWriter rows;
  private final MessageDigest sha256 = Sha256.digest();

  FindingsPart(ReportLocation location, int part) throws IOException {
    rows =
        TableWriter.both(
            location.open(Tables.FINDINGS, part),
            new JsonLinesTableWriter(Tables.FINDINGS, location.create(FindingLines.part(part))));
  }

  /**
   * Writes all findings of a document.
   *
   * @param path the document, in the corpus
   * @param findings in order of position
   * @param severities in force, one a finding
   */
  void write(String path, List<Finding> findings, List<Severity> severities) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    Fingerprints fingerprints = new Fingerprints(path, sha256);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      rows.write(
          finding.rule().id(),
          severities.get(i).id(),
          path,
          finding.line(),
          finding.column(),
          finding.message(),
          finding.target(),
          finding.suggestion(),
          fingerprints.next(finding.rule().id(), finding.target()));
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
