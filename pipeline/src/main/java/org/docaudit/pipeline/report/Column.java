package org.docaudit.pipeline.report;

/**
 * A column of a table.
 *
 * @param nullable whether a row may have no value here
 */
record Column(String name, ColumnType type, boolean nullable) {

  static Column required(String name, ColumnType type) {
    return new Column(name, type, false);
  }

  static Column nullable(String name, ColumnType type) {
    return new Column(name, type, true);
  }
}
