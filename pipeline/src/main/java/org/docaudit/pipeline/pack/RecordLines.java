package org.docaudit.pipeline.pack;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.docaudit.container.PackFields;

/** Files as JSON lines with the fields of {@link PackFields}. */
final class RecordLines {
  private static final JsonFactory FACTORY = new JsonFactory();

  private RecordLines() {}

  /** A line a file. */
  static byte[] of(List<LoadedFile> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
    try (JsonGenerator json = FACTORY.createGenerator(out).setRootValueSeparator(null)) {
      for (LoadedFile file : files) {
        write(file, json);
      }
    }
    return out.toByteArray();
  }

  /** The text comes last, so that a reader of paths need not look at it. */
  private static void write(LoadedFile file, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField(PackFields.PATH, file.path());
    json.writeStringField(PackFields.KIND, file.kind());
    byte[] content = file.content();
    if (content == null) {
      if (file.reason() != null) {
        json.writeStringField(PackFields.REASON, file.reason());
        json.writeStringField(PackFields.RULE, file.rule());
      }
      json.writeNullField(PackFields.TEXT);
    } else {
      json.writeNumberField(PackFields.SIZE, content.length);
      Optional<String> text = file.text();
      if (text.isPresent()) {
        json.writeStringField(PackFields.TEXT, text.get());
      } else {
        json.writeNullField(PackFields.TEXT);
        json.writeFieldName(PackFields.TEXT_BASE64);
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, content, 0, content.length);
      }
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
