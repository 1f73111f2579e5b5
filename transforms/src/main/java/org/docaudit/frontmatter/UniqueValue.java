package org.docaudit.frontmatter;

import org.docaudit.assemble.DocumentRef;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The value of a field that must be unique.
 *
 * @param field name of the field
 * @param value JSON text of its value; two values are equal when their texts are
 * @param path the document that has it
 * @param line of the value, 1-based
 * @param column of the value, 1-based
 */
public record UniqueValue(
    String field, String value, String path, int line, int column, DocumentRef document) {

  /** The values that meet: field and value. */
  public String key() {
    return field + '\n' + value;
  }

  public void write(PackWriter out) {
    out.writeString(field);
    out.writeString(value);
    out.writeString(path);
    out.writeInt(line);
    out.writeInt(column);
    document.write(out);
  }

  static UniqueValue read(PackReader in) {
    return new UniqueValue(
        in.readString(),
        in.readString(),
        in.readString(),
        in.readInt(),
        in.readInt(),
        DocumentRef.read(in));
  }
}
