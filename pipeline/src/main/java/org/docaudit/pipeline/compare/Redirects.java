package org.docaudit.pipeline.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where renamed documents are now: a JSON object from the old corpus path to the new one, in the
 * order of the new ones. How a site publishes a path is not known here.
 */
public final class Redirects {

  private Redirects() {}

  /** Writes the map; an empty object where no document was renamed. */
  public static void write(RunDiff diff, OutputStream out) throws IOException {
    try (JsonGenerator json = DiffJson.generator(out)) {
      json.writeStartObject();
      for (ChangedDocument document : diff.documents().all()) {
        if (document.oldPath() != null) {
          json.writeStringField(document.oldPath(), document.path());
        }
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
