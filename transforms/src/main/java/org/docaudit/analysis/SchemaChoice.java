package org.docaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.analysis.frontmatter.SchemaValidator;
import org.docaudit.read.PathPatterns;

/**
 * Which schema a document's frontmatter must meet: that of the first rule which matches its path.
 */
final class SchemaChoice {

  private record Choice(
      PathPatterns patterns, Optional<SchemaValidator> validator, String identity) {}

  /** Of no schema: syntax alone. */
  private static final String NO_SCHEMA = "";

  private final List<Choice> choices = new ArrayList<>();

  /** Compiles every schema; the configuration has checked them before. */
  SchemaChoice(List<SchemaRule> rules) {
    for (SchemaRule rule : rules) {
      choices.add(new Choice(PathPatterns.of(rule.globs()), rule.validator(), identity(rule)));
    }
  }

  /** The validator for a document, or empty where its syntax alone is checked. */
  Optional<SchemaValidator> of(String path) {
    return choice(path).flatMap(Choice::validator);
  }

  /** Tells apart the schemas that documents may have to meet: equal texts for equal schemas. */
  String identityOf(String path) {
    return choice(path).map(Choice::identity).orElse(NO_SCHEMA);
  }

  private Optional<Choice> choice(String path) {
    for (Choice choice : choices) {
      if (choice.patterns().matches(path)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private static String identity(SchemaRule rule) {
    String json = rule.schemaJson();
    if (json != null) {
      return rule.schemaName() + '\n' + json;
    }
    return rule.schemaName().equals(SchemaRule.NONE) ? NO_SCHEMA : rule.schemaName();
  }
}
