package org.docaudit.pipeline.report;

/**
 * A column of a table.
 *
 * @param nullable whether a row may have no value here
 * @param dictionary whether the same values, of type STRING, are expected in many rows: a file has
 *     each then once a row group
 */
public record Column(String name, ColumnType type, boolean nullable, boolean dictionary) {

  public Column {
    if (dictionary && type != ColumnType.STRING) {
      throw new IllegalArgumentException("a dictionary for " + name + " of type " + type);
    }
  }

  public static Column required(String name, ColumnType type) {
    return new Column(name, type, false, false);
  }

  public static Column nullable(String name, ColumnType type) {
    return new Column(name, type, true, false);
  }

  /** The same column with a dictionary. */
  public Column withDictionary() {
    return new Column(name, type, nullable, true);
  }
}
