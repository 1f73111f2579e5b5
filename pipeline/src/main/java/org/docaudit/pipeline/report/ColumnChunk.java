package org.docaudit.pipeline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.PageCompressor;

/**
 * A column of one row group, and then of the next: takes a value a row, makes compressed pages
 * (version 1 of Parquet's data pages) and holds them until the row group is written. Not
 * thread-safe.
 */
final class ColumnChunk {

  /** Parquet's default. */
  private static final int PAGE_BYTES = 1 << 20;

  /** Parquet's default. Readers that look for few rows read whole pages. */
  private static final int PAGE_ROWS = 20_000;

  private final ColumnDescriptor descriptor;
  private final PageValues values;
  private final PageBuffer page;
  private final PageCompressor compressor;
  private final PageNumbers repetitions = new PageNumbers();
  private final PageNumbers definitions = new PageNumbers();
  private final boolean isList;
  private final int maxDefinition;
  private int cells;
  private int rows;
  private int absent;
  private final List<Page> pages = new ArrayList<>();

  /**
   * A compressed page.
   *
   * @param cells values and what stands for absent ones
   * @param bytes before compression
   */
  private record Page(
      int cells,
      int rows,
      int bytes,
      BytesInput compressed,
      Statistics<?> statistics,
      Encoding encoding) {}

  /**
   * @param descriptor the column in Parquet's terms
   * @param page what it has is overwritten; columns that are written in turn share it
   * @param compressor shared likewise
   */
  ColumnChunk(
      Column column, ColumnDescriptor descriptor, PageBuffer page, PageCompressor compressor) {
    this.isList = column.type() == ColumnType.STRING_LIST;
    this.descriptor = descriptor;
    this.values = PageValues.of(column);
    this.page = page;
    this.compressor = compressor;
    this.maxDefinition = descriptor.getMaxDefinitionLevel();
  }

  /**
   * Adds the value of the next row, or its absence where the column is nullable.
   *
   * @return how many bytes of pages this has made, mostly none
   */
  int add(@Nullable Object value) throws IOException {
    if (isList) {
      repetitions.add(0);
    }
    if (value == null) {
      addAbsent(0);
    } else if (isList) {
      addElements((List<?>) value);
    } else {
      addPresent(value);
    }
    rows++;
    return rows == PAGE_ROWS || values.bytes() >= PAGE_BYTES ? endPage() : 0;
  }

  private void addElements(List<?> elements) {
    if (elements.isEmpty()) {
      addAbsent(maxDefinition - 1);
    }
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        repetitions.add(1);
      }
      addPresent(elements.get(i));
    }
  }

  private void addPresent(Object value) {
    cells++;
    if (maxDefinition > 0) {
      definitions.add(maxDefinition);
    }
    values.add(value);
  }

  private void addAbsent(int definition) {
    cells++;
    absent++;
    definitions.add(definition);
  }

  private int endPage() throws IOException {
    page.clear();
    writeLevels(repetitions, descriptor.getMaxRepetitionLevel());
    writeLevels(definitions, maxDefinition);
    values.writeTo(page);
    byte[] compressed = compressor.compress(page.array(), page.size());
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    values.summarize(statistics);
    statistics.incrementNumNulls(absent);
    pages.add(
        new Page(
            cells, rows, page.size(), BytesInput.from(compressed), statistics, values.encoding()));
    repetitions.clear();
    definitions.clear();
    values.clear();
    cells = 0;
    rows = 0;
    absent = 0;
    return compressed.length;
  }

  /** Behind their length; those of a page where all have the same are left out. */
  private void writeLevels(PageNumbers levels, int max) throws IOException {
    if (max > 0) {
      int start = page.size();
      page.writeInt(0);
      levels.writeTo(page, PageNumbers.bits(max));
      page.setInt(start, page.size() - start - Integer.BYTES);
    }
  }

  /**
   * Writes what was added since the last call, of which there is some, as the file's next column.
   */
  void writeTo(ParquetFileWriter file) throws IOException {
    if (rows > 0) {
      endPage();
    }
    DictionaryPage dictionary = values.takeDictionary(compressor);
    file.startColumn(descriptor, pages.stream().mapToLong(Page::cells).sum(), PageCompressor.CODEC);
    if (dictionary != null) {
      file.writeDictionaryPage(dictionary);
    }
    for (Page each : pages) {
      file.writeDataPage(
          each.cells(),
          each.bytes(),
          each.compressed(),
          each.statistics(),
          each.rows(),
          Encoding.RLE,
          Encoding.RLE,
          each.encoding());
    }
    file.endColumn();
    pages.clear();
  }
}
