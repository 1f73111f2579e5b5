package org.docaudit.model;

import java.util.List;

/** Facts of documents for tests that care about a part of them. */
public final class SampleFacts {

  private SampleFacts() {}

  /** Ten bytes that the Java engine read, without frontmatter. */
  public static DocumentFacts of(
      String path,
      List<Heading> headings,
      List<Link> links,
      List<Suppression> suppressions,
      List<Finding> findings) {
    return new DocumentFacts(
        path,
        10,
        "java",
        "0".repeat(64),
        1,
        2,
        3,
        null,
        FrontmatterFormat.NONE,
        null,
        null,
        headings,
        links,
        suppressions,
        findings);
  }

  /** The same, with links alone. */
  public static DocumentFacts withLinks(String path, Link... links) {
    return of(path, List.of(), List.of(links), List.of(), List.of());
  }
}
