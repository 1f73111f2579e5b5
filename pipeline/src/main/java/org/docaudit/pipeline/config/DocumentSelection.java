package org.docaudit.pipeline.config;

import java.util.List;

/**
 * Which files of a corpus are its documents.
 *
 * @param extensions endings, lower case, without the dot
 * @param include globs, one of which a document must match; empty for every document
 * @param exclude globs, none of which a document may match
 * @param obeyIgnoreFiles whether {@code .gitignore} and {@code .docauditignore} hold
 * @param hidden whether hidden files and folders are looked into
 */
public record DocumentSelection(
    List<String> extensions,
    List<String> include,
    List<String> exclude,
    boolean obeyIgnoreFiles,
    boolean hidden) {

  public DocumentSelection {
    extensions = List.copyOf(extensions);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
