package org.docaudit.pipeline.config;

import java.util.List;
import org.docaudit.container.FieldNames;
import org.docaudit.read.ListingOptions;

/**
 * Which files of a corpus are its documents.
 *
 * @param extensions endings, lower case, without the dot
 * @param include globs, one of which a document must match; empty for every document
 * @param exclude globs, none of which a document may match
 * @param obeyIgnoreFiles whether {@code .gitignore} and {@code .docauditignore} hold
 * @param hidden whether hidden files and folders are looked into
 * @param fields of path and text in packed corpora that are made of records
 */
public record DocumentSelection(
    List<String> extensions,
    List<String> include,
    List<String> exclude,
    boolean obeyIgnoreFiles,
    boolean hidden,
    FieldNames fields) {

  public DocumentSelection {
    extensions = List.copyOf(extensions);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** The same for the listing of corpora, by as many threads as there are processors. */
  public ListingOptions listing() {
    return new ListingOptions(
        extensions,
        include,
        exclude,
        obeyIgnoreFiles,
        hidden,
        Runtime.getRuntime().availableProcessors(),
        false,
        fields);
  }
}
