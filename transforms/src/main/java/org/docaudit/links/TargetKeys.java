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
 * has the same key, and an index document also has the keys of its folder and of the {@code
 * index.html} that renders from it. Immutable and thread-safe.
 */
public final class TargetKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rendered forms of documents. */
  static final List<String> HTML_EXTENSIONS = List.of(".html", ".htm");

  /** Names of index documents without extension, in the order in which they are tried. */
  static final List<String> INDEX_NAMES = List.of("index", "README", "_index");

  private static final Set<String> FOLDED_INDEX_NAMES = Set.of("index", "readme", "_index");

  private final List<String> extensions;

  public TargetKeys(LinkRules rules) {
    this.extensions =
        Stream.concat(rules.documentExtensions().stream(), HTML_EXTENSIONS.stream())
            .distinct()
            .toList();
  }

  /** The key of a question about a path, and of a folder. */
  public String of(String path) {
    return withoutExtension(Folding.ofCaseAndForm(CorpusPath.trimmed(path)));
  }

  /** The distinct keys, one to three, that a file's facts are sent to. */
  public List<String> ofFile(String path) {
    String folded = Folding.ofCaseAndForm(path);
    String key = withoutExtension(folded);
    if (key.length() == folded.length() || !FOLDED_INDEX_NAMES.contains(CorpusPath.nameOf(key))) {
      return List.of(key);
    }
    String folder = CorpusPath.folderOf(key);
    Set<String> keys = new LinkedHashSet<>(List.of(key));
    keys.add(withoutExtension(folder));
    keys.add(CorpusPath.join(folder, "index"));
    return List.copyOf(keys);
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
      int length = path.length() - extension.length();
      if (length > 0 && path.charAt(length - 1) != '/' && path.endsWith(extension)) {
        return path.substring(0, length);
      }
    }
    return path;
  }
}
