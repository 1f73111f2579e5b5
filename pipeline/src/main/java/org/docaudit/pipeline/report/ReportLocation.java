package org.docaudit.pipeline.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.ReportFormat;
import org.docaudit.read.ObjectStores;

/**
 * The folder that workers write a report's files to.
 *
 * <p>The name of a file follows from its table and part, and its content from the corpus: a bundle
 * that a runner tries again writes the same rows to the same file.
 *
 * @param folder path or URI of any Beam file system, without a slash at its end
 * @param jsonLines whether tables are written as JSON lines too
 */
public record ReportLocation(String folder, boolean jsonLines) implements Serializable {

  /** Where parts wait that the client puts together when all are there. */
  static final String PARTS = "_parts";

  private static final int BUFFER_BYTES = 1 << 16;

  /** The path of a part of a table. */
  static String part(String table, int part, ReportFormat format) {
    return "%s/part-%05d.%s".formatted(table, part, format.id());
  }

  /** The paths of a part of a table, one a format. */
  List<String> parts(TableSchema schema, int part) {
    List<String> parts = new ArrayList<>();
    parts.add(part(schema.name(), part, ReportFormat.PARQUET));
    if (jsonLines) {
      parts.add(part(schema.name(), part, ReportFormat.JSONL));
    }
    return parts;
  }

  /** Opens writers for a part of a table, one a format. */
  TableWriter open(TableSchema schema, int part) throws IOException {
    TableWriter parquet =
        new ParquetTableWriter(schema, create(part(schema.name(), part, ReportFormat.PARQUET)));
    if (!jsonLines) {
      return parquet;
    }
    return TableWriter.both(
        parquet,
        new JsonLinesTableWriter(schema, create(part(schema.name(), part, ReportFormat.JSONL))));
  }

  /** Opens a new file; the path is relative to the folder. */
  OutputStream create(String path) throws IOException {
    return new BufferedOutputStream(
        ObjectStores.isRemote(folder)
            ? RemotePart.create(folder + "/" + path)
            : LocalPart.create(Path.of(folder), path),
        BUFFER_BYTES);
  }
}
