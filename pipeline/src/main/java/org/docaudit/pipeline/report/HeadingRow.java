package org.docaudit.pipeline.report;

/** A row of the headings table; the README documents its columns. */
public record HeadingRow(String path, int line, int level, String text, String anchor) {}
