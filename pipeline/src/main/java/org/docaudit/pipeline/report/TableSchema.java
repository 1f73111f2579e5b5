package org.docaudit.pipeline.report;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The schema of a report table; a row is an {@code Object[]} with one value a column, in order.
 *
 * @param name folder of the table in the report, such as {@code links}
 */
public record TableSchema(String name, List<Column> columns) {

  public TableSchema {
    columns = List.copyOf(columns);
  }

  public static TableSchema of(String name, Column... columns) {
    return new TableSchema(name, List.of(columns));
  }

  /** The table with these columns only, in this order. */
  TableSchema project(String... names) {
    Map<String, Column> byName =
        columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    return new TableSchema(
        name, Stream.of(names).map(each -> Objects.requireNonNull(byName.get(each))).toList());
  }

  /** The same schema in Parquet's terms. */
  MessageType messageType() {
    return new MessageType(name, columns.stream().map(TableSchema::field).toList());
  }

  private static Type field(Column column) {
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return switch (column.type()) {
      case STRING -> Types.primitive(BINARY, repetition).as(stringType()).named(column.name());
      case BYTES -> Types.primitive(BINARY, repetition).named(column.name());
      case LONG -> Types.primitive(INT64, repetition).named(column.name());
      case INT -> Types.primitive(INT32, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(BOOLEAN, repetition).named(column.name());
      case STRING_LIST ->
          Types.list(repetition).requiredElement(BINARY).as(stringType()).named(column.name());
    };
  }
}
