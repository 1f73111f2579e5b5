package org.docaudit.pipeline;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.docaudit.pipeline.config.Keyword;

/** What a report consists of. */
public enum ReportFormat {
  /** The tables; always written. */
  PARQUET,
  /** The tables as JSON lines, besides. */
  JSONL,
  /** A page for people, {@code report.html}. */
  HTML,
  /** The findings for code scanning, {@code findings.sarif}. */
  SARIF,
  /** The findings as tests, {@code junit.xml}. */
  JUNIT,
  /** A summary for a pull request or an issue, {@code summary.md}. */
  MARKDOWN,
  /** Figures for monitoring, {@code metrics.prom}. */
  PROMETHEUS;

  /** What is written where nothing is said. */
  static final Set<ReportFormat> DEFAULT = EnumSet.of(PARQUET, HTML);

  /** Those that are made of the tables. */
  static final Set<ReportFormat> RENDERED = EnumSet.range(HTML, PROMETHEUS);

  /**
   * Reads names with commas between.
   *
   * @throws IllegalArgumentException where one is none of the allowed; the message lists them
   */
  static Set<ReportFormat> parse(String text, Collection<ReportFormat> allowed) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String name : text.split(",", -1)) {
      formats.add(Keyword.parse(name.strip(), List.copyOf(allowed), ReportFormat::id));
    }
    return formats;
  }

  /** The name as it stands on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
