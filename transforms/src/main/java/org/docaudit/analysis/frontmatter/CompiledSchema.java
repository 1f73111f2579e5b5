package org.docaudit.analysis.frontmatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;

/**
 * A JSON Schema 2020-12 ready to validate: checked against its metaschema, formats asserted,
 * patterns run by RE2/J, nothing loaded from elsewhere. Thread-safe.
 *
 * @param tree the schema itself, for names to suggest
 * @param source the same with the place of each value
 */
record CompiledSchema(JsonSchema schema, JsonNode tree, FrontmatterNode source) {
  /** Schemas are the user's own and may be deeper than frontmatter; each level nests two. */
  private static final Limits LIMITS = new Limits(64L << 20, 100, 16 << 20, 200, 1_000_000);

  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012())
          // Unknown keywords are annotations, as the standard says; misspelt ones were refused.
          .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
          .formats(formats -> formats.replaceAll((name, format) -> new BoundedFormat(format)))
          .build();

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .locale(Locale.ROOT)
          .regularExpressionFactory(new LinearPatterns())
          .build();

  static CompiledSchema of(String text, String sourceName) throws SchemaException {
    FrontmatterNode source = parse(text, sourceName);
    JsonNode tree = FrontmatterJson.toTree(source);
    checkMetaschema(source, tree, sourceName);
    SchemaKeywords.check(source, sourceName);
    JsonSchemaFactory factory =
        JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(DIALECT.getIri())
            .metaSchema(DIALECT)
            .schemaLoaders(
                loaders -> loaders.values(list -> list.add(DisallowSchemaLoader.getInstance())))
            .build();
    try {
      JsonSchema schema = factory.getSchema(tree, CONFIG);
      schema.initializeValidators();
      // Follows references that lead back to themselves.
      schema.validate(JsonNodeFactory.instance.objectNode());
      return new CompiledSchema(schema, tree, source);
    } catch (JsonSchemaException e) {
      String problem = String.valueOf(e.getMessage()).replaceFirst("^[: ]+", "");
      throw new SchemaException(sourceName, 1, 1, Excerpt.ofMessage(problem));
    } catch (StackOverflowError e) {
      throw new SchemaException(sourceName, 1, 1, "a `$ref` leads back to itself without end");
    }
  }

  private static FrontmatterNode parse(String text, String sourceName) throws SchemaException {
    SourceText source = SourceText.decode(text.getBytes(StandardCharsets.UTF_8));
    List<Finding> findings = new ArrayList<>();
    FrontmatterNode root = null;
    try {
      root = JsonReader.read(source, 0, source.text().length(), LIMITS, findings);
    } catch (FrontmatterException e) {
      findings.add(e.finding());
    }
    if (!findings.isEmpty()) {
      Finding first = findings.get(0);
      throw new SchemaException(sourceName, first.line(), first.column(), first.message());
    }
    if (root == null) {
      throw new SchemaException(sourceName, 1, 1, "the schema is empty");
    }
    return root;
  }

  private static void checkMetaschema(FrontmatterNode source, JsonNode tree, String sourceName)
      throws SchemaException {
    JsonSchema metaschema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                SchemaLocation.of(SchemaId.V202012),
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build());
    Set<ValidationMessage> messages = metaschema.validate(tree);
    if (messages.isEmpty()) {
      return;
    }
    // The deepest names the culprit; the others follow from it.
    ValidationMessage worst =
        messages.stream()
            .max(
                Comparator.comparingInt(
                    (ValidationMessage message) -> message.getInstanceLocation().getNameCount()))
            .orElseThrow();
    JsonNodePath path = worst.getInstanceLocation();
    FrontmatterNode at = new NodeIndex(source).resolve(new NodePath(path));
    String where = path.getNameCount() == 0 ? "the schema" : "`" + path + "`";
    throw new SchemaException(
        sourceName, at.line(), at.column(), where + ": " + Excerpt.ofMessage(worst.getError()));
  }
}
