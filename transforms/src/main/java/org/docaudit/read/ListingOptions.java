package org.docaudit.read;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.docaudit.container.FieldNames;

/**
 * What a listing takes for documents.
 *
 * <p>The patterns of {@code include} and {@code exclude} are those of {@code .gitignore}, matched
 * against the path relative to the corpus' root (without the name that stands before paths where
 * there are several corpora): without a slash they match a name at any depth, with one they are
 * bound to the root; a matching folder takes everything in it along.
 *
 * @param extensions of documents, without dot; letter case does not matter
 * @param include where not empty, only documents that one of these matches are audited
 * @param exclude documents that these match are not audited
 * @param obeyIgnoreFiles whether {@code .gitignore} and {@code .docauditignore} count
 * @param hidden whether documents whose name, or a folder's above, begins with a dot are audited
 * @param threads that walk local folders; the result does not depend on it
 * @param permissions whether it is noted which documents everybody may read, see {@link
 *     ListedFile#readableByAll}
 * @param fields of path and text in packed corpora that are made of records
 */
public record ListingOptions(
    List<String> extensions,
    List<String> include,
    List<String> exclude,
    boolean obeyIgnoreFiles,
    boolean hidden,
    int threads,
    boolean permissions,
    FieldNames fields)
    implements Serializable {

  public static final ListingOptions DEFAULT =
      new ListingOptions(
          List.of("md", "markdown", "mdx"),
          List.of(),
          List.of(),
          true,
          false,
          Runtime.getRuntime().availableProcessors(),
          false,
          FieldNames.USUAL);

  public ListingOptions {
    extensions = extensions.stream().map(ListingOptions::extension).distinct().toList();
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    if (extensions.isEmpty()) {
      throw new IllegalArgumentException("there must be an extension of documents");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive, not " + threads);
    }
  }

  private static String extension(String given) {
    String extension = given.startsWith(".") ? given.substring(1) : given;
    if (extension.isEmpty() || extension.contains("/")) {
      throw new IllegalArgumentException("not a file extension: '" + given + "'");
    }
    return extension.toLowerCase(Locale.ROOT);
  }

  public ListingOptions withExtensions(List<String> value) {
    return new ListingOptions(
        value, include, exclude, obeyIgnoreFiles, hidden, threads, permissions, fields);
  }

  public ListingOptions withInclude(List<String> value) {
    return new ListingOptions(
        extensions, value, exclude, obeyIgnoreFiles, hidden, threads, permissions, fields);
  }

  public ListingOptions withExclude(List<String> value) {
    return new ListingOptions(
        extensions, include, value, obeyIgnoreFiles, hidden, threads, permissions, fields);
  }

  public ListingOptions withObeyIgnoreFiles(boolean value) {
    return new ListingOptions(
        extensions, include, exclude, value, hidden, threads, permissions, fields);
  }

  public ListingOptions withHidden(boolean value) {
    return new ListingOptions(
        extensions, include, exclude, obeyIgnoreFiles, value, threads, permissions, fields);
  }

  public ListingOptions withThreads(int value) {
    return new ListingOptions(
        extensions, include, exclude, obeyIgnoreFiles, hidden, value, permissions, fields);
  }

  public ListingOptions withPermissions(boolean value) {
    return new ListingOptions(
        extensions, include, exclude, obeyIgnoreFiles, hidden, threads, value, fields);
  }

  public ListingOptions withFields(FieldNames value) {
    return new ListingOptions(
        extensions, include, exclude, obeyIgnoreFiles, hidden, threads, permissions, value);
  }

  /** Whether a file of this name is a document. */
  boolean isDocument(String name) {
    for (String extension : extensions) {
      int dot = name.length() - extension.length() - 1;
      if (dot >= 0
          && name.charAt(dot) == '.'
          && name.regionMatches(true, dot + 1, extension, 0, extension.length())) {
        return true;
      }
    }
    return false;
  }

  /** The extensions for messages: {@code .md, .markdown, .mdx}. */
  String extensionList() {
    return extensions.stream().map(e -> "." + e).collect(Collectors.joining(", "));
  }
}
