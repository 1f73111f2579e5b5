package org.docaudit.pipeline.explain;

import java.util.List;
import java.util.Optional;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.analysis.frontmatter.SchemaDemand;

/**
 * The schema that a document must meet.
 *
 * @param description its name, and what made it the one
 * @param name as configured; of the built-in one {@code standard}
 * @param demands what it says of fields, as its file is now; none where there is no schema
 * @param remark what is behind each place in the file, such as that it has changed; or empty
 * @param problem why its file cannot be read, if it cannot
 */
record DocumentSchema(
    String description,
    String name,
    List<SchemaDemand> demands,
    String remark,
    Optional<String> problem) {

  DocumentSchema {
    demands = List.copyOf(demands);
  }

  /** One that names no fields. */
  static DocumentSchema none(String description, Optional<String> problem) {
    return new DocumentSchema(description, SchemaRule.NONE, List.of(), "", problem);
  }

  /** {@code FILE:LINE:COLUMN, POINTER}; the built-in schema has no file. */
  String place(SchemaDemand demand) {
    String file =
        name.equals(SchemaRule.STANDARD)
            ? name
            : "%s:%d:%d".formatted(name, demand.line(), demand.column());
    return file + ", " + demand.pointer() + remark;
  }
}
