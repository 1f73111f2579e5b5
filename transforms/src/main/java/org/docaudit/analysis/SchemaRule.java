package org.docaudit.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.frontmatter.SchemaException;
import org.docaudit.analysis.frontmatter.SchemaValidator;

/**
 * Which schema the frontmatter of some documents must meet. Of several rules the first that matches
 * a document's path decides; a document that none matches has its syntax checked alone.
 *
 * @param globs patterns of corpus paths; one that matches is enough
 * @param schemaName {@link #STANDARD}, {@link #NONE}, or the name of the schema's file for messages
 * @param schemaJson the text of a JSON Schema (2020-12); null exactly for the two built-in names
 */
public record SchemaRule(List<String> globs, String schemaName, @Nullable String schemaJson)
    implements Serializable {

  /** The built-in schema. */
  public static final String STANDARD = "standard";

  /** No schema: syntax alone. */
  public static final String NONE = "none";

  public SchemaRule {
    globs = List.copyOf(globs);
    Objects.requireNonNull(schemaName, "schemaName");
    boolean builtIn = schemaName.equals(STANDARD) || schemaName.equals(NONE);
    if (builtIn != (schemaJson == null)) {
      throw new IllegalArgumentException("schema " + schemaName + " with text: " + !builtIn);
    }
    if (globs.isEmpty()) {
      throw new IllegalArgumentException("a schema rule needs a glob");
    }
  }

  /**
   * What validates by this schema; empty where syntax alone is checked.
   *
   * @throws IllegalArgumentException where the text is no schema that can be used
   */
  public Optional<SchemaValidator> validator() {
    if (schemaJson == null) {
      return schemaName.equals(STANDARD)
          ? Optional.of(SchemaValidator.standard())
          : Optional.empty();
    }
    try {
      return Optional.of(SchemaValidator.of(schemaJson, schemaName));
    } catch (SchemaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A rule that covers every document. */
  public static SchemaRule forAll(String schemaName, @Nullable String schemaJson) {
    return new SchemaRule(List.of("**"), schemaName, schemaJson);
  }
}
