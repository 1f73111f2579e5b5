package org.docaudit.pipeline.report;

/**
 * A column of a table.
 *
 * @param nullable whether a row may have no value here
 */
public record Column(String name, ColumnType type, boolean nullable) {

  public static Column required(String name, ColumnType type) {
    return new Column(name, type, false);
  }

  public static Column nullable(String name, ColumnType type) {
    return new Column(name, type, true);
  }
}
