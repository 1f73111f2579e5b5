package org.docaudit.pipeline.report;

/** A row of the documents table, as {@link FindingView} is one of the findings table. */
public interface DocumentView {

  String path();

  int brokenLinks();

  int findings();

  /** All that rendered reports show of it. */
  DocumentRow row();
}
