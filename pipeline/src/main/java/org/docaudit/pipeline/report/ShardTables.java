package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.docaudit.model.AuditedDocument;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Heading;
import org.docaudit.model.Link;
import org.docaudit.model.Verdict;

/** The files of one shard: its part of each table of documents. Not thread-safe. */
final class ShardTables implements Closeable {

  private final TableWriter documents;
  private final TableWriter headings;
  private final TableWriter links;
  private final FindingsPart findings;

  ShardTables(ReportLocation location, int shard) throws IOException {
    documents = location.open(Tables.DOCUMENTS, shard);
    headings = location.open(Tables.HEADINGS, shard);
    links = location.open(Tables.LINKS, shard);
    findings = new FindingsPart(location, shard);
  }

  /** Writes the rows of a document. */
  void write(AuditedDocument document) throws IOException {
    DocumentFacts facts = document.facts();
    documents.write(
        facts.path(),
        facts.bytes(),
        facts.sha256(),
        facts.lines(),
        facts.words(),
        facts.proseWords(),
        facts.title(),
        facts.frontmatterFormat().id(),
        facts.frontmatter(),
        facts.frontmatterValid(),
        facts.headings().size(),
        facts.links().size(),
        (int) document.brokenLinks(),
        document.findings().size(),
        facts.analyzed() ? "ok" : "failed",
        facts.engine());
    for (Heading heading : facts.headings()) {
      headings.write(
          facts.path(), heading.line(), heading.level(), heading.text(), heading.anchor());
    }
    writeLinks(facts, document.verdicts());
    findings.write(facts.path(), document.findings(), document.severities());
  }

  private void writeLinks(DocumentFacts facts, List<Verdict> verdicts) throws IOException {
    for (int i = 0; i < verdicts.size(); i++) {
      Link link = facts.links().get(i);
      Verdict verdict = verdicts.get(i);
      links.write(
          facts.path(),
          link.line(),
          link.column(),
          link.byteOffset(),
          link.text(),
          link.target(),
          link.type().id(),
          link.syntax().id(),
          verdict.resolvedPath(),
          link.fragment(),
          verdict.status().id(),
          verdict.reason() == null ? null : verdict.reason().id(),
          verdict.suggestion());
    }
  }

  @Override
  public void close() throws IOException {
    try (documents;
        headings;
        links;
        findings) {
      // Closing is all there is to do, of each even where another fails.
    }
  }
}
