package org.docaudit.pipeline.report;

import static org.docaudit.pipeline.report.Column.nullable;
import static org.docaudit.pipeline.report.Column.required;
import static org.docaudit.pipeline.report.ColumnType.BOOLEAN;
import static org.docaudit.pipeline.report.ColumnType.INT;
import static org.docaudit.pipeline.report.ColumnType.LONG;
import static org.docaudit.pipeline.report.ColumnType.STRING;
import static org.docaudit.pipeline.report.ColumnType.STRING_LIST;

import java.util.List;

/**
 * The tables of a report, and of its history. The README documents each column; keep both in step.
 */
final class Tables {

  static final TableSchema DOCUMENTS =
      TableSchema.of(
          "documents",
          required("path", STRING),
          required("bytes", LONG),
          nullable("sha256", STRING),
          required("lines", LONG),
          required("words", LONG),
          required("prose_words", LONG),
          nullable("title", STRING),
          required("frontmatter_format", STRING).withDictionary(),
          nullable("frontmatter", STRING),
          nullable("frontmatter_valid", BOOLEAN),
          required("headings", INT),
          required("links", INT),
          required("broken_links", INT),
          required("findings", INT),
          required("status", STRING).withDictionary(),
          nullable("engine", STRING).withDictionary());

  static final TableSchema HEADINGS =
      TableSchema.of(
          "headings",
          required("path", STRING),
          required("line", INT),
          required("level", INT),
          required("text", STRING),
          required("anchor", STRING));

  static final TableSchema LINKS =
      TableSchema.of(
          "links",
          required("source_file", STRING),
          required("line_number", INT),
          required("column", INT),
          required("byte_offset", LONG),
          required("link_text", STRING),
          required("target", STRING).withDictionary(),
          required("link_type", STRING).withDictionary(),
          required("syntax", STRING).withDictionary(),
          nullable("resolved_path", STRING).withDictionary(),
          nullable("fragment", STRING),
          required("status", STRING).withDictionary(),
          nullable("reason", STRING).withDictionary(),
          nullable("suggestion", STRING));

  static final TableSchema FINDINGS =
      TableSchema.of(
          "findings",
          required("rule", STRING).withDictionary(),
          required("severity", STRING).withDictionary(),
          required("path", STRING),
          required("line", INT),
          required("column", INT),
          required("message", STRING),
          nullable("target", STRING),
          nullable("suggestion", STRING),
          required("fingerprint", STRING));

  static final TableSchema WORDS =
      TableSchema.of(
          "words", required("word", STRING), required("count", LONG), required("documents", LONG));

  static final TableSchema DUPLICATES =
      TableSchema.of(
          "duplicates",
          required("sha256", STRING),
          required("bytes", LONG),
          required("count", LONG),
          required("paths", STRING_LIST));

  /** Only in a run that may keep facts of an earlier one. */
  static final TableSchema READS =
      TableSchema.of(
          "reads",
          required("path", STRING),
          required("read", BOOLEAN),
          required("reason", STRING).withDictionary());

  /** Only in reports that were compared with an earlier run; {@link ChangesTable} writes it. */
  static final TableSchema CHANGES =
      TableSchema.of(
          "changes",
          required("kind", STRING).withDictionary(),
          required("state", STRING).withDictionary(),
          required("path", STRING),
          nullable("old_path", STRING),
          nullable("rule", STRING).withDictionary(),
          nullable("severity", STRING).withDictionary(),
          nullable("line", INT),
          nullable("column", INT),
          required("message", STRING),
          nullable("target", STRING),
          nullable("suggestion", STRING),
          nullable("fingerprint", STRING));

  /** A table of its own beside the reports, one row a run. */
  static final TableSchema HISTORY =
      TableSchema.of(
          "history",
          required("run", STRING),
          required("status", STRING),
          required("started", STRING),
          nullable("finished", STRING),
          nullable("duration_ms", LONG),
          required("corpus", STRING),
          required("report", STRING),
          nullable("documents", LONG),
          nullable("documents_failed", LONG),
          nullable("documents_skipped", LONG),
          nullable("words", LONG),
          nullable("bytes", LONG),
          nullable("links_ok", LONG),
          nullable("links_broken", LONG),
          nullable("links_unchecked", LONG),
          nullable("links_ignored", LONG),
          nullable("errors", LONG),
          nullable("warnings", LONG),
          nullable("infos", LONG),
          nullable("rules", STRING),
          nullable("digest", STRING),
          nullable("findings_digest", STRING),
          nullable("engine", STRING),
          required("version", STRING));

  /** The tables of which each shard has a part. */
  static final List<TableSchema> OF_DOCUMENTS = List.of(DOCUMENTS, HEADINGS, LINKS, FINDINGS);

  /** The tables that every report has. */
  static final List<TableSchema> ALL =
      List.of(DOCUMENTS, HEADINGS, LINKS, FINDINGS, WORDS, DUPLICATES);

  private Tables() {}
}
