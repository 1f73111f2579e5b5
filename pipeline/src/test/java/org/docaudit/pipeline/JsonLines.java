package org.docaudit.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON lines as {@link TestAudit#query} tells rows. */
final class JsonLines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLines() {}

  static List<String> rows(String lines) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      List<String> values = new ArrayList<>();
      MAPPER.readTree(line).forEach(value -> values.add(told(value)));
      rows.add(String.join(" | ", values));
    }
    return rows;
  }

  private static String told(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> elements = new ArrayList<>();
    value.forEach(element -> elements.add(element.asText()));
    return elements.toString();
  }
}
