package org.docaudit.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys under which facts about paths and questions about paths meet. Everything that may decide
 * a question is sent to the bucket of the question's key: a path with and without a document's
 * extension or {@code .html}, as file and as folder, in any letter case and Unicode normalisation
 * has the same key. An index document also has the keys of its folder and of the {@code index.html}
 * that renders from it, and a name with two extensions ({@code page.html.md}) that of the name
 * without either, for a link to {@code page.html} means it. Immutable and thread-safe.
 */
public final class TargetKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rendered forms of documents. */
  static final List<String> HTML_EXTENSIONS = List.of(".html", ".htm");

  /** Names of index documents without extension, in the order in which they are tried. */
  static final List<String> INDEX_NAMES = List.of("index", "README", "_index");

  private static final Set<String> FOLDED_INDEX_NAMES = Set.of("index", "readme", "_index");

  private final List<String> extensions;

  /** Whether a name may end in several of them at once. */
  private final boolean overlapping;

  public TargetKeys(LinkRules rules) {
    this.extensions =
        Stream.concat(rules.documentExtensions().stream(), HTML_EXTENSIONS.stream())
            .distinct()
            .toList();
    this.overlapping =
        extensions.stream()
            .anyMatch(
                one ->
                    extensions.stream()
                        .anyMatch(other -> !other.equals(one) && other.endsWith(one)));
  }

  /** The key of a question about a path, and of a folder. */
  public String of(String path) {
    return withoutExtension(Folding.ofCaseAndForm(CorpusPath.trimmed(path)));
  }

  /** The name of a file or folder as it stands in keys; empty for the corpus' root. */
  String ofName(String path) {
    return withoutExtension(Folding.ofCaseAndForm(CorpusPath.nameOf(CorpusPath.trimmed(path))));
  }

  /** The distinct keys that a file's facts are sent to: one, or a few. */
  public List<String> ofFile(String path) {
    String folded = Folding.ofCaseAndForm(path);
    String key = withoutExtension(folded);
    if (key.length() == folded.length()) {
      return List.of(key);
    }
    boolean index = FOLDED_INDEX_NAMES.contains(CorpusPath.nameOf(key));
    boolean another = overlapping || withoutExtension(key).length() < key.length();
    if (!index && !another) {
      return List.of(key);
    }
    Set<String> keys = new LinkedHashSet<>(List.of(key));
    if (index) {
      String folder = CorpusPath.folderOf(key);
      keys.add(withoutExtension(folder));
      keys.add(CorpusPath.join(folder, "index"));
    }
    if (another) {
      for (String extension : extensions) {
        if (isEndOf(folded, extension)) {
          keys.add(withoutExtension(folded.substring(0, folded.length() - extension.length())));
        }
      }
    }
    return List.copyOf(keys);
  }

  /** Whether a file is an index document, in any letter case. */
  boolean isIndex(String path) {
    String folded = Folding.ofCaseAndForm(path);
    String key = withoutExtension(folded);
    return key.length() < folded.length() && FOLDED_INDEX_NAMES.contains(CorpusPath.nameOf(key));
  }

  /** The folders that a file lies in, from its own up to the corpus' root (the empty string). */
  public static List<String> foldersOf(String path) {
    List<String> folders = new ArrayList<>();
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      folders.add(path.substring(0, slash));
    }
    folders.add("");
    return folders;
  }

  /** The path without a document's or HTML extension, if it has one in lower case. */
  String withoutExtension(String path) {
    for (String extension : extensions) {
      if (isEndOf(path, extension)) {
        return path.substring(0, path.length() - extension.length());
      }
    }
    return path;
  }

  /** Whether the last name ends in an extension and has something before it. */
  private static boolean isEndOf(String path, String extension) {
    int length = path.length() - extension.length();
    return length > 0 && path.charAt(length - 1) != '/' && path.endsWith(extension);
  }
}
