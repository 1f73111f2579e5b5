package org.docaudit.pipeline.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The complete runs over the same corpora whose reports stand beside each other: one small Parquet
 * file each, in the folder {@code history} beside the reports. A run adds its own and touches no
 * other, and reads no more than the latest, so that it costs the same after years. Not thread-safe.
 */
public final class RunHistory {

  /** Name of the folder. */
  public static final String FOLDER = "history";

  /** How many runs are looked back to. */
  static final int LATEST = 30;

  private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);

  /** What file systems and shells take everywhere. */
  private static final Pattern AWKWARD = Pattern.compile("[^A-Za-z0-9._+-]");

  private static final int MAX_NAME = 60;

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Always with milliseconds, so that texts are in order of time. */
  private static final DateTimeFormatter ROW_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final TableSchema COMPARED =
      Tables.HISTORY.project(
          "run",
          "started",
          "corpus",
          "report",
          "documents",
          "words",
          "links_broken",
          "errors",
          "warnings",
          "infos",
          "rules",
          "digest",
          "findings_digest");

  private final Path folder;
  private final String corpus;
  private final String name;

  /**
   * @param output the output folder
   * @param corpora names of the corpora
   */
  public RunHistory(Path output, List<String> corpora) {
    this.folder = output.resolveSibling(FOLDER);
    this.corpus = corpus(corpora);
    String plain = AWKWARD.matcher(corpus).replaceAll("-");
    this.name = plain.substring(0, Math.min(MAX_NAME, plain.length()));
  }

  static String time(Instant instant) {
    return ROW_TIME.format(instant);
  }

  /** What the runs of a series have in common. */
  static String corpus(List<String> corpora) {
    return String.join("+", corpora);
  }

  /**
   * The latest runs, oldest first. What cannot be read is left out, with a warning: a damaged file
   * must not end the audits of every night that follows.
   */
  public List<HistoryRow> latest() {
    List<HistoryRow> rows = new ArrayList<>();
    for (Path file : latestFiles()) {
      try {
        read(file, rows);
      } catch (IOException e) {
        LOG.warn("a run of the history is left out: {}", e.getMessage());
      }
    }
    // Other corpora may come to the same name of a file.
    rows.removeIf(row -> !row.corpus().equals(corpus));
    rows.sort(Comparator.comparing(HistoryRow::started));
    return rows;
  }

  private static void read(Path file, List<HistoryRow> rows) throws IOException {
    try (ParquetTableReader reader = new ParquetTableReader(file, COMPARED)) {
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        rows.add(row(row));
      }
    }
  }

  private List<Path> latestFiles() {
    List<Path> files = new ArrayList<>();
    Pattern ours =
        Pattern.compile("[0-9]{8}T[0-9]{9}Z\\." + Pattern.quote(name) + "\\.[0-9a-f]{8}\\.parquet");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(
              folder, entry -> ours.matcher(entry.getFileName().toString()).matches())) {
        entries.forEach(files::add);
      } catch (IOException e) {
        LOG.warn("the history cannot be read", e);
      }
    }
    files.sort(Collections.reverseOrder());
    return files.subList(0, Math.min(LATEST, files.size()));
  }

  private static HistoryRow row(Object[] row) throws IOException {
    Map<String, Long> rules =
        MAPPER.readValue((String) row[10], new TypeReference<Map<String, Long>>() {});
    return new HistoryRow(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Long) row[4],
        (Long) row[5],
        (Long) row[6],
        Map.of(
            Severity.ERROR, (Long) row[7],
            Severity.WARNING, (Long) row[8],
            Severity.INFO, (Long) row[9]),
        rules,
        (String) row[11],
        (String) row[12]);
  }

  /** Adds a run, whose report is in its place. */
  public void append(HistoryRow row, RunFacts run, CorpusTotals totals, Instant finished)
      throws IOException {
    Files.createDirectories(folder);
    Path file =
        folder.resolve(
            "%s.%s.%s.parquet"
                .formatted(FILE_TIME.format(run.started()), name, row.run().substring(0, 8)));
    Path whole = folder.resolve("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole));
          TableWriter writer = new ParquetTableWriter(Tables.HISTORY, out)) {
        writer.write(
            row.run(),
            row.started(),
            time(finished),
            Duration.between(run.started(), finished).toMillis(),
            row.corpus(),
            row.report(),
            row.documents(),
            totals.get(Flow.DOCUMENTS_FAILED),
            run.skipped(),
            row.words(),
            totals.get(Flow.BYTES),
            totals.links(LinkStatus.OK),
            row.brokenLinks(),
            totals.links(LinkStatus.UNCHECKED),
            totals.links(LinkStatus.IGNORED),
            row.findings().get(Severity.ERROR),
            row.findings().get(Severity.WARNING),
            row.findings().get(Severity.INFO),
            MAPPER.writeValueAsString(new TreeMap<>(row.rules())),
            row.digest(),
            row.findingsDigest(),
            String.join(", ", totals.documentsByEngine().keySet()),
            ProductVersion.current().docaudit());
      }
      DurableFiles.forceContent(whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceNames(folder);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
