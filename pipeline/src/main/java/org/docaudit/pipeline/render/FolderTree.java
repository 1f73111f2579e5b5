package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;

/**
 * How many findings each folder has, those of its folders included. Infos do not count. Holds at
 * most so many folders; what lies deeper then counts where there is still room.
 */
final class FolderTree {

  private static final int MAX_FOLDERS = 100_000;
  private static final int MAX_DEPTH = 16;

  /** Folders that one folder is cut into; its others are one part together. */
  private static final int MAX_CUT = 20;

  private static final Comparator<Folder> MOST_FIRST =
      Comparator.<Folder>comparingLong(folder -> -folder.all).thenComparing(folder -> folder.path);

  private final Folder root = new Folder("");
  private int folders = 1;

  /** What comes next is mostly in the same folder. */
  private Folder last = root;

  /** A folder in {@link #last} that is not in the tree, if that was the last document's. */
  private @Nullable String deeper;

  /**
   * A folder.
   *
   * <p>{@code own} are findings of documents in the folder itself, {@code deeper} are documents in
   * folders that are not in the tree; {@code all}, {@code errors} and {@code documents} are those
   * below as well, once they are summed up.
   */
  private static final class Folder {
    final String path;
    final Map<String, Folder> children = new TreeMap<>();
    long own;
    long ownErrors;
    long ownDocuments;
    long deeperDocuments;
    long all;
    long errors;
    long documents;

    Folder(String path) {
      this.path = path;
    }

    /** Whether a document is in the folder itself. */
    boolean has(String document) {
      return document.startsWith(path) && document.indexOf('/', path.length()) < 0;
    }

    void sumUp() {
      all = own;
      errors = ownErrors;
      documents = ownDocuments + deeperDocuments;
      for (Folder child : children.values()) {
        child.sumUp();
        all += child.all;
        errors += child.errors;
        documents += child.documents;
      }
    }
  }

  /**
   * A piece of the corpus with findings.
   *
   * @param path of the folder with {@code /} at its end; empty for the whole corpus
   * @param documents those that were listed there and read or failed
   */
  record Part(String path, Extent extent, long findings, long errors, long documents) {}

  /** What of a folder a part is. */
  enum Extent {
    /** The folder with all below it. */
    WHOLE,
    /** The documents in the folder itself. */
    ALONE,
    /** Those of its folders that are no parts themselves. */
    OTHERS
  }

  /** Counts a finding. */
  void addFinding(String document, Severity severity) {
    if (severity == Severity.INFO) {
      return;
    }
    if (!last.has(document)) {
      last = root;
      int slash = document.indexOf('/');
      for (int depth = 0; slash >= 0 && depth < MAX_DEPTH; depth++) {
        Folder child = child(last, document, slash);
        if (child == null) {
          break;
        }
        last = child;
        slash = document.indexOf('/', slash + 1);
      }
    }
    last.own++;
    last.ownErrors += severity == Severity.ERROR ? 1 : 0;
  }

  /** Counts a document, once the findings are in. Folders without findings are not of interest. */
  void addDocument(String document) {
    if (deeper != null && document.startsWith(deeper)) {
      last.deeperDocuments++;
      return;
    }
    deeper = null;
    if (last.has(document)) {
      last.ownDocuments++;
      return;
    }
    last = root;
    int start = 0;
    for (int slash = document.indexOf('/'); slash >= 0; slash = document.indexOf('/', start)) {
      Folder child = last.children.get(document.substring(start, slash));
      if (child == null) {
        deeper = document.substring(0, slash + 1);
        last.deeperDocuments++;
        return;
      }
      last = child;
      start = slash + 1;
    }
    last.ownDocuments++;
  }

  private Folder child(Folder folder, String document, int slash) {
    String name = document.substring(folder.path.length(), slash);
    Folder child = folder.children.get(name);
    if (child == null && folders < MAX_FOLDERS) {
      child = new Folder(document.substring(0, slash + 1));
      folder.children.put(name, child);
      folders++;
    }
    return child;
  }

  /**
   * The corpus cut into parts that do not overlap, those with the most findings cut the finest.
   *
   * @param most how many parts at most, at least 1
   * @return the parts that have findings, those with the most first
   */
  List<Part> parts(int most) {
    root.sumUp();
    List<Part> parts = new ArrayList<>();
    PriorityQueue<Folder> open = new PriorityQueue<>(MOST_FIRST);
    open.add(root);
    while (!open.isEmpty()) {
      Folder folder = open.poll();
      int room = most - parts.size() - open.size();
      int cut = Math.min(folder.children.size(), MAX_CUT);
      // Besides its folders the documents in it, and the other folders.
      if (cut == 0 || cut + 2 > room) {
        add(parts, folder, Extent.WHOLE, folder.all, folder.errors, folder.documents);
      } else {
        cut(folder, cut, open, parts);
      }
    }
    parts.sort(Comparator.comparingLong(Part::findings).reversed().thenComparing(Part::path));
    return parts;
  }

  private static void cut(Folder folder, int cut, Queue<Folder> open, List<Part> parts) {
    add(parts, folder, Extent.ALONE, folder.own, folder.ownErrors, folder.ownDocuments);
    long findings = folder.all - folder.own;
    long errors = folder.errors - folder.ownErrors;
    long documents = folder.documents - folder.ownDocuments;
    for (Folder child : folder.children.values().stream().sorted(MOST_FIRST).limit(cut).toList()) {
      open.add(child);
      findings -= child.all;
      errors -= child.errors;
      documents -= child.documents;
    }
    add(parts, folder, Extent.OTHERS, findings, errors, documents);
  }

  private static void add(
      List<Part> parts, Folder folder, Extent extent, long findings, long errors, long documents) {
    if (findings > 0) {
      parts.add(new Part(folder.path, extent, findings, errors, documents));
    }
  }
}
