package org.docaudit.pipeline.report;

/** The type of a column, with the Java type of its values. */
public enum ColumnType {
  /** {@link String}; Parquet BYTE_ARRAY with the STRING annotation. */
  STRING,
  /** {@code byte[]}; Parquet BYTE_ARRAY. */
  BYTES,
  /** {@link Long}; Parquet INT64. */
  LONG,
  /** {@link Integer}; Parquet INT32. */
  INT,
  /** {@link Boolean}; Parquet BOOLEAN. */
  BOOLEAN,
  /** {@code List<String>}; Parquet LIST of STRING, three levels. */
  STRING_LIST
}
