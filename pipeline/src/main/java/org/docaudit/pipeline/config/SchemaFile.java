package org.docaudit.pipeline.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.analysis.frontmatter.SchemaException;
import org.docaudit.analysis.frontmatter.SchemaValidator;

/** Schemas by name: {@code standard}, {@code none}, or a file that holds a JSON Schema. */
public final class SchemaFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SchemaFile() {}

  /**
   * Reads a schema.
   *
   * @param globs the paths that it is for
   * @param folder what a relative file name is relative to
   * @throws ConfigException where the file cannot be read or holds no JSON object
   */
  public static SchemaRule load(List<String> globs, String name, TextFolder folder)
      throws ConfigException {
    if (name.equals(SchemaRule.STANDARD) || name.equals(SchemaRule.NONE)) {
      return new SchemaRule(globs, name, null);
    }
    String text = folder.read(name, "schema file " + name);
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        throw new ConfigException("schema file " + name + " holds no JSON object");
      }
    } catch (JsonProcessingException e) {
      throw new ConfigException(
          "schema file %s:%d:%d is not valid JSON: %s"
              .formatted(
                  name,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
    try {
      SchemaValidator.of(text, "schema file " + name);
    } catch (SchemaException e) {
      throw new ConfigException(e.getMessage(), e);
    }
    return new SchemaRule(globs, name, text);
  }
}
