package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.docaudit.model.Severity;

/**
 * How many findings each folder has, those of its folders included. Infos do not count. Holds at
 * most so many folders; what lies deeper then counts where there is still room.
 */
final class FolderTree {

  private static final int MAX_FOLDERS = 100_000;

  private final Folder root = new Folder("");
  private int folders = 1;

  /**
   * A folder.
   *
   * <p>{@code own} are findings of documents in the folder itself, {@code all} those below as well.
   */
  private static final class Folder {
    final String path;
    final Map<String, Folder> children = new TreeMap<>();
    long all;
    long errors;
    long documents;
    long own;
    long ownErrors;
    long ownDocuments;

    Folder(String path) {
      this.path = path;
    }
  }

  /**
   * A piece of the corpus with findings.
   *
   * @param path of the folder with {@code /} at its end; empty for the whole corpus
   * @param alone whether only the documents in the folder itself are meant, not those below
   * @param documents those that were listed there and read or failed
   */
  record Part(String path, boolean alone, long findings, long errors, long documents) {}

  /** Counts a finding. */
  void addFinding(String document, Severity severity) {
    if (severity == Severity.INFO) {
      return;
    }
    long error = severity == Severity.ERROR ? 1 : 0;
    Folder folder = root;
    folder.all++;
    folder.errors += error;
    for (int slash = document.indexOf('/'); slash >= 0; slash = document.indexOf('/', slash + 1)) {
      Folder child = child(folder, document, slash);
      if (child == null) {
        break;
      }
      folder = child;
      folder.all++;
      folder.errors += error;
    }
    folder.own++;
    folder.ownErrors += error;
  }

  /** Counts a document, once the findings are in. Folders without findings are not of interest. */
  void addDocument(String document) {
    Folder folder = root;
    folder.documents++;
    int start = 0;
    for (int slash = document.indexOf('/'); slash >= 0; slash = document.indexOf('/', start)) {
      Folder child = folder.children.get(document.substring(start, slash));
      if (child == null) {
        break;
      }
      folder = child;
      folder.documents++;
      start = slash + 1;
    }
    folder.ownDocuments++;
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
   * @param most how many parts at most, but for the folders that the corpus itself has
   */
  List<Part> parts(int most) {
    List<Part> whole = new ArrayList<>();
    PriorityQueue<Folder> open =
        new PriorityQueue<>(
            Comparator.<Folder>comparingLong(folder -> -folder.all)
                .thenComparing(folder -> folder.path));
    open.add(root);
    while (!open.isEmpty() && whole.size() + open.size() < most) {
      Folder folder = open.poll();
      if (folder.children.isEmpty()
          || whole.size() + open.size() + folder.children.size() + 1 > most) {
        whole.add(new Part(folder.path, false, folder.all, folder.errors, folder.documents));
        continue;
      }
      open.addAll(folder.children.values());
      if (folder.own > 0) {
        whole.add(new Part(folder.path, true, folder.own, folder.ownErrors, folder.ownDocuments));
      }
    }
    for (Folder folder : open) {
      whole.add(new Part(folder.path, false, folder.all, folder.errors, folder.documents));
    }
    whole.removeIf(part -> part.findings() == 0);
    whole.sort(Comparator.comparingLong(Part::findings).reversed().thenComparing(Part::path));
    return whole;
  }
}
