package org.docaudit.container;

import java.io.IOException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Rule;
import org.docaudit.parquet.ColumnValues;

/** Lists the rows of a Parquet file by their paths; texts are not read. */
final class ParquetScan {
  private final ParquetRows rows;
  private final String path;
  private final String text;
  private final ContainerVisitor visitor;

  /** Whether {@code docaudit pack} wrote it, so that rows without content mean something. */
  private final boolean pack;

  private ParquetScan(ParquetRows rows, String path, String text, ContainerVisitor visitor) {
    this.rows = rows;
    this.path = path;
    this.text = text;
    this.visitor = visitor;
    this.pack = rows.names().containsAll(List.of(PackFields.KIND, PackFields.TEXT_BYTES));
  }

  /**
   * Lists all rows.
   *
   * @return the columns of path and text
   */
  static FieldNames run(ContainerSource file, FieldNames wanted, ContainerVisitor visitor)
      throws IOException, ContainerException {
    try (ParquetRows rows = new ParquetRows(file)) {
      FieldNames fields = wanted.resolve(rows.names());
      String path = String.valueOf(fields.path());
      String text = String.valueOf(fields.text());
      if (!rows.isBinary(text)) {
        throw new ContainerException("its column '%s' holds no text".formatted(text));
      }
      new ParquetScan(rows, path, text, visitor).groups();
      return fields;
    }
  }

  private void groups() throws MemberException {
    rows.choose(
        List.of(path, PackFields.KIND, PackFields.SIZE, PackFields.REASON, PackFields.RULE));
    long first = 1;
    for (int group = 0; group < rows.groups(); group++) {
      String tooLarge = rows.tooLarge(group, List.of(path, text)).orElse(null);
      if (tooLarge != null) {
        visitor.problem(0, Rule.CORPUS_OVER_LIMIT, tooLarge);
      } else {
        try {
          group(group, first);
        } catch (MemberException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          ContainerScanner.damaged(visitor, "in row group " + (group + 1), e);
        }
      }
      first += rows.rows(group);
    }
  }

  private void group(int group, long first) throws IOException {
    ColumnValues[] columns = rows.read(group);
    ColumnValues paths = rows.column(columns, path);
    ColumnValues kinds = pack ? rows.column(columns, PackFields.KIND) : null;
    ColumnValues sizes = pack ? rows.column(columns, PackFields.SIZE) : null;
    ColumnValues reasons = pack ? rows.column(columns, PackFields.REASON) : null;
    ColumnValues rules = pack ? rows.column(columns, PackFields.RULE) : null;
    long count = rows.rows(group);
    long mean = rows.unpackedBytes(group, text) / Math.max(1, count);
    for (long row = 0; row < count; row++) {
      String name = ParquetRows.text(paths);
      String kind = ParquetRows.text(kinds);
      String reason = ParquetRows.text(reasons);
      if (name == null) {
        visitor.problem(
            first + row, Rule.CORPUS_INVALID_MEMBER, "the record has no '%s'".formatted(path));
      } else if (PackFields.isMention(kind, reason)) {
        visitor.mention(first + row, name, reason, ParquetRows.text(rules));
      } else {
        visitor.content(first + row, name, true, bytes(sizes, mean), new Position(group, row));
      }
      for (ColumnValues column : columns) {
        column.next();
      }
    }
  }

  private static long bytes(@Nullable ColumnValues sizes, long mean) {
    return sizes == null || !sizes.isPresent() ? mean : Math.max(0, sizes.value().getLong());
  }
}
