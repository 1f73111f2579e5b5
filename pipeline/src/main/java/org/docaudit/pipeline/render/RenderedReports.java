package org.docaudit.pipeline.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.docaudit.pipeline.ReportFormat;
import org.docaudit.pipeline.config.SourceUrl;
import org.docaudit.pipeline.report.ReportFolder;

/**
 * Renders reports from the tables and {@code summary.json} of a folder into that folder. An audit
 * renders in this way as well, so that both come to the same.
 *
 * <p>Each file is written beside its place and then renamed, so that readers find it whole. Memory
 * is bounded: the tables are read as streams, and no more findings are held than a format shows.
 */
public final class RenderedReports {

  private static final String METRICS = ReportFolder.METRICS;

  private RenderedReports() {}

  /** Writes a rendered report. */
  private interface Renderer {
    void write(Writer out) throws IOException;
  }

  /**
   * Renders a report.
   *
   * @param report folder of the report
   * @param name the folder's name once it is in its place, which metrics are labelled with
   * @param formats those of them that are rendered; others are left alone
   * @param sourceUrl where documents can be looked at, if not as the audit was told
   * @return the files written
   * @throws IOException where tables cannot be read or files not be written; the message says which
   */
  public static List<Path> render(
      Path report, String name, Set<ReportFormat> formats, Optional<SourceUrl> sourceUrl)
      throws IOException {
    int limit = formats.stream().mapToInt(RenderedReports::limit).max().orElse(0);
    List<Path> files = new ArrayList<>();
    if (limit > 0) {
      ReportContents contents = ReportContents.read(report, sourceUrl, limit);
      if (formats.contains(ReportFormat.HTML)) {
        files.add(write(report.resolve("report.html"), new HtmlReport(contents)::write));
      }
      if (formats.contains(ReportFormat.SARIF)) {
        files.add(write(report.resolve("findings.sarif"), new SarifReport(contents)::write));
      }
      if (formats.contains(ReportFormat.JUNIT)) {
        files.add(write(report.resolve("junit.xml"), new JUnitReport(contents)::write));
      }
      if (formats.contains(ReportFormat.MARKDOWN)) {
        files.add(write(report.resolve("summary.md"), new MarkdownSummary(contents)::write));
      }
    }
    if (formats.contains(ReportFormat.PROMETHEUS)) {
      RunSummary summary = RunSummary.read(report);
      files.add(write(report.resolve(METRICS), out -> Metrics.write(summary, name, out)));
    }
    return files;
  }

  /**
   * Says in {@code metrics.prom} that a run could not be completed; an earlier report in the folder
   * stays as it is but for that.
   *
   * @param report folder of the report; is made where it does not exist
   */
  public static void writeFailure(Path report, Instant started, Duration duration)
      throws IOException {
    Files.createDirectories(report);
    write(
        report.resolve(METRICS),
        out -> Metrics.writeFailure(report.getFileName().toString(), started, duration, out));
  }

  private static int limit(ReportFormat format) {
    return switch (format) {
      case HTML -> HtmlReport.MAX_FINDINGS;
      case SARIF -> SarifReport.MAX_RESULTS;
      case JUNIT -> JUnitReport.MAX_FINDINGS;
      case MARKDOWN -> MarkdownSummary.MAX_FINDINGS;
      case PARQUET, JSONL, PROMETHEUS -> 0;
    };
  }

  private static Path write(Path file, Renderer renderer) throws IOException {
    Path whole = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (BufferedWriter out = Files.newBufferedWriter(whole, UTF_8)) {
        renderer.write(out);
      }
      return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
