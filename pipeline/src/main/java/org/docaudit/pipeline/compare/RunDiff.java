package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.FindingState;

/** What differs between two runs. The tables are read again for each thing that is asked. */
public final class RunDiff {

  private final ComparedRun before;
  private final ComparedRun after;
  private final DocumentChanges documents;
  private final LinkBreaks breaks;

  private RunDiff(
      ComparedRun before, ComparedRun after, DocumentChanges documents, LinkBreaks breaks) {
    this.before = before;
    this.after = after;
    this.documents = documents;
    this.breaks = breaks;
  }

  /** Compares two runs. */
  public static RunDiff of(ComparedRun before, ComparedRun after) throws IOException {
    ComparedRun earlier = before.inPathOrder();
    ComparedRun later = after.inPathOrder();
    DocumentChanges documents = DocumentChanges.of(earlier.tables(), later.tables());
    return new RunDiff(earlier, later, documents, LinkBreaks.of(earlier, later, documents));
  }

  /** Whether a document, a finding or a link's verdict differs. */
  public boolean differs() throws IOException {
    if (!documents.all().isEmpty()) {
      return true;
    }
    boolean[] differs = {false};
    findings(change -> differs[0] = true);
    breaks.forEach(broken -> differs[0] = true);
    return differs[0];
  }

  ComparedRun before() {
    return before;
  }

  ComparedRun after() {
    return after;
  }

  /** What is not the same besides documents and findings, see the README. */
  List<String> differences() {
    return after.summary().differences(before.summary());
  }

  DocumentChanges documents() {
    return documents;
  }

  /** Visits the findings that are new or resolved; returns how many have each state. */
  Map<FindingState, Map<Severity, Long>> findings(FindingChanges.Visitor visitor)
      throws IOException {
    return FindingChanges.compare(before.tables(), after.tables(), documents, visitor);
  }

  /** The links that broke. */
  LinkBreaks breaks() {
    return breaks;
  }
}
