package org.docaudit.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What an audit knows of one document before it has met the others.
 *
 * @param path corpus path, with {@code /}
 * @param bytes size when it was read, or as listed where it could not be read
 * @param engine name of the engine that read it, or null where none did
 * @param sha256 64 lower-case hexadecimal digits, or null where the document was not read
 * @param title the frontmatter's, else the first heading of level 1, else null
 * @param frontmatter JSON text, or null where there is none or it could not be parsed
 * @param frontmatterValid whether syntax and schema hold; null where a document has no frontmatter
 *     and needs none
 * @param findings those that the document gives by itself, in order of position
 */
public record DocumentFacts(
    String path,
    long bytes,
    @Nullable String engine,
    @Nullable String sha256,
    long lines,
    long words,
    long proseWords,
    @Nullable String title,
    FrontmatterFormat frontmatterFormat,
    @Nullable String frontmatter,
    @Nullable Boolean frontmatterValid,
    List<Heading> headings,
    List<Link> links,
    List<Suppression> suppressions,
    List<Finding> findings)
    implements Serializable {

  public DocumentFacts {
    Objects.requireNonNull(path, "path");
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    suppressions = List.copyOf(suppressions);
    findings = List.copyOf(findings);
  }

  /** A document that could not be read, with the finding that says why. */
  public static DocumentFacts failed(String path, long bytes, Finding why) {
    return new DocumentFacts(
        path,
        bytes,
        null,
        null,
        0,
        0,
        0,
        null,
        FrontmatterFormat.NONE,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(why));
  }

  /** Whether the document was read and analyzed. */
  public boolean analyzed() {
    return engine != null;
  }
}
