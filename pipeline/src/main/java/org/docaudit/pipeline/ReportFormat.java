package org.docaudit.pipeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.docaudit.pipeline.config.Keyword;

/** How the tables of a report are written. */
public enum ReportFormat {
  /** Always written. */
  PARQUET,
  /** JSON lines, besides. */
  JSONL;

  /** Reads {@code parquet} or {@code parquet,jsonl}; else throws IllegalArgumentException. */
  static Set<ReportFormat> parse(String text) {
    return Keyword.parse(
        text,
        List.of(EnumSet.of(PARQUET), EnumSet.allOf(ReportFormat.class)),
        formats -> formats.stream().map(ReportFormat::id).collect(Collectors.joining(",")));
  }

  /** The name as it stands on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
