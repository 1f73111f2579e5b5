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
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.read.ReportMarks;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs over the same corpora whose reports stand beside each other: one small Parquet file
 * each, in the folder {@code history} beside the reports. A run adds its own and touches no other,
 * and reads no more than the latest, so that it costs the same after years. Not thread-safe.
 *
 * <p>A run has a row without figures, {@code NAME.unfinished.parquet}, from when it begins until it
 * is complete. So one that fails or is killed leaves that row, whatever has ended it.
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

  private static final String EXTENSION = ".parquet";

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Always with milliseconds, so that texts are in order of time. */
  private static final DateTimeFormatter ROW_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final TableSchema BEGUN = Tables.HISTORY.project("started", "corpus", "report");

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

  /** Makes something of the columns that were read. */
  private interface RowParser<T> {
    T parse(ParquetTableReader row) throws IOException;
  }

  /** What is known of a run from its beginning. */
  private record Begun(String started, String corpus, String report) {
    static Begun of(ParquetTableReader row) {
      return new Begun(row.text(0), row.text(1), row.text(2));
    }
  }

  private final Path output;
  private final Path folder;
  private final String corpus;
  private final String name;

  /**
   * @param output the output folder
   * @param corpora names of the corpora
   */
  public RunHistory(Path output, List<String> corpora) {
    this.output = output;
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
   * The latest complete runs, oldest first. What cannot be read is left out, with a warning: a
   * damaged file must not end the audits of every night that follows.
   */
  public List<HistoryRow> latest() {
    List<HistoryRow> rows = new ArrayList<>();
    for (Path file : latestFiles("")) {
      rows.addAll(read(file, COMPARED, RunHistory::row));
    }
    // Other corpora may come to the same name of a file.
    rows.removeIf(row -> !row.corpus().equals(corpus));
    rows.sort(Comparator.comparing(HistoryRow::started));
    return rows;
  }

  /**
   * When those runs began, oldest first, that came after the latest complete one and did not come
   * to their end: they failed, or were killed. One that is still going on, whose report's folder is
   * locked, is none. To be asked before this run {@link #begin begins}, with its output locked.
   */
  public List<String> unfinished() throws IOException {
    List<String> unfinished = new ArrayList<>();
    String latest = latestFiles("").stream().findFirst().map(RunHistory::time).orElse("");
    for (Path file : latestFiles(ReportMarks.UNFINISHED)) {
      if (time(file).compareTo(latest) <= 0) {
        break;
      }
      for (Begun run : read(file, BEGUN, Begun::of)) {
        if (run.corpus().equals(corpus) && hasEnded(run.report())) {
          unfinished.add(0, run.started());
        }
      }
    }
    return unfinished;
  }

  /**
   * What to say of unfinished runs, as a part of a sentence; empty where there are none.
   *
   * @param unfinished when they began, oldest first
   */
  public static Optional<String> remark(List<String> unfinished) {
    int runs = unfinished.size();
    return switch (runs) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(
              "the run before this one, begun %s, did not come to its end"
                  .formatted(unfinished.get(0)));
      default ->
          Optional.of(
              "the %d runs before this one, the first begun %s, did not come to their end"
                  .formatted(runs, unfinished.get(0)));
    };
  }

  private boolean hasEnded(String report) throws IOException {
    Path other = output.resolveSibling(report);
    if (other.equals(output)) {
      return true; // This run holds the lock.
    }
    Optional<OutputLock> lock = OutputLock.tryAcquire(other);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isPresent();
  }

  /** When the run of a file began, in the form of its name. */
  private static String time(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static <T> List<T> read(Path file, TableSchema columns, RowParser<T> parser) {
    List<T> rows = new ArrayList<>();
    try (ParquetTableReader reader = new ParquetTableReader(file, columns)) {
      while (reader.next()) {
        rows.add(parser.parse(reader));
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("a run of the history is left out: {}", e.getMessage());
    }
    return rows;
  }

  /** The latest first. */
  private List<Path> latestFiles(String status) {
    List<Path> files = new ArrayList<>();
    Pattern ours =
        Pattern.compile(
            "[0-9]{8}T[0-9]{9}Z\\."
                + Pattern.quote(name)
                + "\\.[0-9a-f]{8}"
                + Pattern.quote(status + EXTENSION));
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

  private static HistoryRow row(ParquetTableReader row) throws IOException {
    Map<String, Long> rules =
        MAPPER.readValue(row.text(10), new TypeReference<Map<String, Long>>() {});
    return new HistoryRow(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.longInteger(4),
        row.longInteger(5),
        row.longInteger(6),
        Map.of(
            Severity.ERROR, row.longInteger(7),
            Severity.WARNING, row.longInteger(8),
            Severity.INFO, row.longInteger(9)),
        rules,
        row.text(11),
        row.text(12));
  }

  /**
   * Adds the row of a run that begins.
   *
   * @param report name of the output folder
   */
  public void begin(String run, Instant started, String report) throws IOException {
    Object[] row = new Object[Tables.HISTORY.columns().size()];
    row[0] = run;
    row[1] = "unfinished";
    row[2] = time(started);
    row[5] = corpus;
    row[6] = report;
    row[row.length - 1] = ProductVersion.current().docaudit();
    write(file(run, started, ReportMarks.UNFINISHED), row);
  }

  /** Adds a run, whose report is in its place; it is no longer one that is unfinished. */
  public void append(HistoryRow row, RunFacts run, CorpusTotals totals, Instant finished)
      throws IOException {
    write(
        file(row.run(), run.started(), ""),
        row.run(),
        "complete",
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
    Files.deleteIfExists(file(row.run(), run.started(), ReportMarks.UNFINISHED));
  }

  private Path file(String run, Instant started, String status) {
    return folder.resolve(
        "%s.%s.%s%s%s"
            .formatted(FILE_TIME.format(started), name, run.substring(0, 8), status, EXTENSION));
  }

  private void write(Path file, Object... row) throws IOException {
    Files.createDirectories(folder);
    Path whole = folder.resolve("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole));
          TableWriter writer = new ParquetTableWriter(Tables.HISTORY, out)) {
        writer.write(row);
      }
      DurableFiles.forceContent(whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceNames(folder);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
