package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.Progress;

/**
 * An audit as a user runs it, in this process on the DirectRunner with its checks on, and the
 * reports as DuckDB reads them.
 */
final class TestAudit {

  private static final List<String> DEFAULTS =
      List.of("--runner=DirectRunner", "--targetParallelism=2");

  /** So that reports are the same whether the build made a native library or not. */
  private static final Map<String, String> ENVIRONMENT = Map.of(EngineChoice.VARIABLE, "java");

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Runnable whenListed = () -> {};
  private Runnable whenJobEnded = () -> {};

  /**
   * @param folder the current folder
   */
  TestAudit(Path folder) {
    this.folder = folder;
  }

  /** Writes a file below the folder. */
  TestAudit file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  TestAudit file(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something between the listing and the reading of documents. */
  TestAudit whenListed(Runnable action) {
    whenListed = action;
    return this;
  }

  /** Does something between the end of the job and the completion of the report. */
  TestAudit whenJobEnded(Runnable action) {
    whenJobEnded = action;
    return this;
  }

  /**
   * Audits folders or files, named from this folder, and returns the exit code.
   *
   * @param corpora separated by spaces
   */
  int audit(String corpora, String... options) {
    return runOn("audit", corpora, options);
  }

  /** Packs folders or files, named from this folder, and returns the exit code. */
  int pack(String corpora, String... options) {
    return runOn("pack", corpora, options);
  }

  private int runOn(String command, String corpora, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    for (String corpus : corpora.split(" ", -1)) {
      arguments.add(folder.resolve(corpus).toString());
    }
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  /** Runs {@code docaudit ARGUMENTS} and returns its exit code. */
  int run(String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            100,
            false);
    AuditRunner job = new AuditJob(DEFAULTS);
    AuditRunner watched =
        (config, progress) -> job.run(config, new Interrupting(progress, whenListed, whenJobEnded));
    return new Docaudit(console, ENVIRONMENT, folder, watched).execute(arguments);
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }

  Path path(String path) {
    return folder.resolve(path);
  }

  /** A text file below the folder. */
  String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths of all files and folders below a folder, in order. */
  List<String> files(String path) {
    Path root = folder.resolve(path);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> !file.equals(root))
          .map(file -> root.relativize(file) + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row of a table, file after file, with its columns separated by {@code " | "}. */
  List<String> rows(String report, String table) {
    return query("SELECT * FROM read_parquet('%s')".formatted(parquet(report, table)));
  }

  /** Some columns of every row of a table. */
  List<String> rows(String report, String table, String columns) {
    return query("SELECT %s FROM read_parquet('%s')".formatted(columns, parquet(report, table)));
  }

  /** The files of a table, as a pattern for DuckDB. */
  String parquet(String report, String table) {
    return (folder.resolve(report) + "/" + table + "/*.parquet").replace("'", "''");
  }

  /** Has DuckDB do something that gives no rows. */
  static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The rows of a query, with their columns separated by {@code " | "}. */
  static List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(rows.getObject(column)));
        }
        lines.add(String.join(" | ", values));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Progress that does something between the stages. */
  private record Interrupting(Progress progress, Runnable whenListed, Runnable whenJobEnded)
      implements Progress {

    @Override
    public void stage(String name) {
      if (name.startsWith("completing")) {
        whenJobEnded.run();
      }
      progress.stage(name);
    }

    @Override
    public void listed(long documents, long bytes) {
      whenListed.run();
      progress.listed(documents, bytes);
    }

    @Override
    public void update(long documents, long bytes) {
      progress.update(documents, bytes);
    }

    @Override
    public void close() {
      progress.close();
    }
  }
}
