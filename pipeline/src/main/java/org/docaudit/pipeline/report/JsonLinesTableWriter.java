package org.docaudit.pipeline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table as JSON lines: one object a row with every column in order, null included, in
 * ASCII, so that no character of a document acts in a terminal that shows it.
 */
final class JsonLinesTableWriter implements TableWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Column[] columns;

  /** The names of the columns as they are written. */
  private final SerializableString[] names;

  private final JsonGenerator json;

  /** Takes the stream and closes it in the end. */
  JsonLinesTableWriter(TableSchema schema, OutputStream out) throws IOException {
    this.columns = schema.columns().toArray(new Column[0]);
    this.names =
        schema.columns().stream()
            .map(column -> new SerializedString(column.name()))
            .toArray(SerializableString[]::new);
    this.json = FACTORY.createGenerator(out).setRootValueSeparator(null);
  }

  @Override
  public void write(Object... row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.length; i++) {
      json.writeFieldName(names[i]);
      writeValue(columns[i].type(), row[i]);
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void writeValue(ColumnType type, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (type) {
      case STRING -> json.writeString((String) value);
      case BYTES -> json.writeBinary((byte[]) value);
      case LONG -> json.writeNumber((Long) value);
      case INT -> json.writeNumber((Integer) value);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case STRING_LIST -> {
        json.writeStartArray();
        for (Object element : (List<?>) value) {
          json.writeString((String) element);
        }
        json.writeEndArray();
      }
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
