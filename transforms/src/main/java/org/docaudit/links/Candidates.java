package org.docaudit.links;

import java.util.ArrayList;
import java.util.List;

/** The paths that a question may mean, in the order that {@link TargetIndex} explains. */
final class Candidates {
  private final LinkQuestion question;
  private final LinkRules rules;
  private final TargetKeys keys;

  Candidates(LinkQuestion question, LinkRules rules, TargetKeys keys) {
    this.question = question;
    this.rules = rules;
    this.keys = keys;
  }

  /** All but the folder itself. */
  List<String> inOrder() {
    String path = question.path();
    List<String> candidates = new ArrayList<>();
    if (!question.folderOnly() && !path.isEmpty()) {
      candidates.add(path);
      addDocuments(path, candidates);
    }
    addIndexes(path, candidates);
    for (String extension : TargetKeys.HTML_EXTENSIONS) {
      candidates.add(CorpusPath.join(path, "index" + extension));
    }
    if (question.folderOnly() && !path.isEmpty()) {
      addDocuments(path, candidates);
    }
    for (String extension : TargetKeys.HTML_EXTENSIONS) {
      String name = CorpusPath.nameOf(path);
      if (name.endsWith(extension) && name.length() > extension.length()) {
        addDocuments(path.substring(0, path.length() - extension.length()), candidates);
        if (name.equals("index" + extension)) {
          addIndexes(CorpusPath.folderOf(path), candidates);
        }
      }
    }
    return candidates;
  }

  /** The folder itself, as {@link CorpusPath#ofFolder}. */
  String folder() {
    return CorpusPath.ofFolder(question.path());
  }

  /** Whether a path is that of an index document, in any letter case, of exactly this folder. */
  boolean isIndexOfFolder(String path) {
    return !path.endsWith("/")
        && CorpusPath.folderOf(path).equals(question.path())
        && keys.isIndex(path);
  }

  private void addDocuments(String stem, List<String> candidates) {
    for (String extension : rules.documentExtensions()) {
      candidates.add(stem + extension);
    }
  }

  private void addIndexes(String folder, List<String> candidates) {
    for (String name : TargetKeys.INDEX_NAMES) {
      addDocuments(CorpusPath.join(folder, name), candidates);
    }
  }
}
