package org.docaudit.analysis.frontmatter;

import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Rule;

/**
 * Validates frontmatter against a JSON Schema 2020-12.
 *
 * <p>Formats are asserted; dates of YAML and TOML are strings as written. Patterns are run by RE2/J
 * in linear time. Only references within the schema are followed: nothing is loaded from files or
 * the network.
 *
 * <p>Findings: a required field that is not there is {@code missing-field} at the mapping that
 * lacks it (for the root the opening delimiter, 1:1), another type {@code wrong-type} at the value,
 * a field that the schema does not admit {@code unknown-field} at its key, anything else {@code
 * invalid-value} at the value.
 *
 * <p>Immutable, thread-safe, and serializable as the schema's text; compiled once per text and JVM.
 */
public final class SchemaValidator implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final ConcurrentMap<String, CompiledSchema> COMPILED = new ConcurrentHashMap<>();

  private final String schemaJson;
  private final String sourceName;
  private transient CompiledSchema compiled;

  private SchemaValidator(String schemaJson, String sourceName, CompiledSchema compiled) {
    this.schemaJson = schemaJson;
    this.sourceName = sourceName;
    this.compiled = compiled;
  }

  /**
   * The built-in schema: title, description, type, status, author and llm_summary must be strings
   * that are not empty, created and updated ISO dates ({@code 2024-12-31}) or dates with time and
   * offset by RFC 3339. Further fields are allowed.
   */
  public static SchemaValidator standard() {
    try (InputStream schema = SchemaValidator.class.getResourceAsStream("standard.schema.json")) {
      byte[] bytes = Objects.requireNonNull(schema, "standard.schema.json").readAllBytes();
      return of(new String(bytes, StandardCharsets.UTF_8), "standard");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SchemaException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A validator for a schema's text.
   *
   * @param sourceName what messages call the schema, such as its file
   */
  public static SchemaValidator of(String schemaJson, String sourceName) throws SchemaException {
    return new SchemaValidator(schemaJson, sourceName, compile(schemaJson, sourceName));
  }

  private static CompiledSchema compile(String schemaJson, String sourceName)
      throws SchemaException {
    CompiledSchema known = COMPILED.get(schemaJson);
    if (known != null) {
      return known;
    }
    CompiledSchema compiled = CompiledSchema.of(schemaJson, sourceName);
    CompiledSchema earlier = COMPILED.putIfAbsent(schemaJson, compiled);
    return earlier == null ? compiled : earlier;
  }

  /** What messages call the schema. */
  public String sourceName() {
    return sourceName;
  }

  /**
   * The schema's findings, in the order of their positions. A document without frontmatter is
   * validated as one without fields. Frontmatter that could not be read, has a syntax finding or is
   * not a mapping is not validated: it has its finding.
   */
  public List<Finding> validate(ParsedFrontmatter frontmatter) {
    FrontmatterNode.Mapping root;
    if (frontmatter.format() == FrontmatterFormat.NONE) {
      root = new FrontmatterNode.Mapping(1, 1, List.of());
    } else if (frontmatter.root() instanceof FrontmatterNode.Mapping mapping
        && isSound(frontmatter)) {
      root = mapping;
    } else {
      return List.of();
    }
    try {
      Set<ValidationMessage> messages = compiled.schema().validate(FrontmatterJson.toTree(root));
      return new SchemaFindings(root, compiled.tree()).of(messages);
    } catch (StackOverflowError e) {
      // Only a schema whose references lead back to themselves for this very document.
      String message = "the schema refers to itself without end for this frontmatter";
      return List.of(new Finding(Rule.FRONTMATTER_INVALID_VALUE, 1, 1, message, null, null));
    }
  }

  /** What the schema says of the fields that it names at the top, in its order. */
  public List<SchemaDemand> demands() {
    return SchemaFields.of(compiled.source());
  }

  private static boolean isSound(ParsedFrontmatter frontmatter) {
    return frontmatter.findings().stream()
        .noneMatch(finding -> finding.rule() == Rule.FRONTMATTER_SYNTAX);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      compiled = compile(schemaJson, sourceName);
    } catch (SchemaException e) {
      throw (InvalidObjectException) new InvalidObjectException(e.getMessage()).initCause(e);
    }
  }

  @Override
  public String toString() {
    return "SchemaValidator(" + sourceName + ")";
  }
}
