package org.docaudit.pipeline.explain;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.links.CorpusPath;
import org.docaudit.links.LinkRules;
import org.docaudit.links.LinkTarget;
import org.docaudit.links.TargetIndex;
import org.docaudit.links.TargetKeys;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.Rule;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.HeadingRow;
import org.docaudit.pipeline.report.LinkRow;
import org.docaudit.pipeline.report.RowCursor;

/**
 * What a report's tables tell of the paths that some links may mean. The tables list documents and
 * headings. Other files, folders and anchors are known by the links that lead to them: by one that
 * is ok, and by what another was suggested. So every target that decided a verdict is known, and
 * the index gives the verdicts of the run.
 *
 * <p>Each table is read once. Memory grows with the paths that are asked for and the folders of the
 * corpus, not with its documents.
 */
final class KnownTargets {

  private final LinkRules rules;
  private final TargetKeys keys;
  private final Set<String> wanted;
  private final TargetIndex index;
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> unread = new HashSet<>();

  private KnownTargets(LinkRules rules, Set<String> wanted) {
    this.rules = rules;
    this.keys = new TargetKeys(rules);
    this.wanted = wanted;
    this.index = new TargetIndex(rules);
  }

  /**
   * Reads what is known.
   *
   * @param paths that are asked for, with every other that has the same {@link TargetKeys key}
   */
  static KnownTargets read(ComparedRun run, LinkRules rules, Set<String> paths) throws IOException {
    TargetKeys keys = new TargetKeys(rules);
    Set<String> wanted = new HashSet<>();
    paths.forEach(path -> wanted.add(keys.of(path)));
    KnownTargets known = new KnownTargets(rules, wanted);
    known.documents(run);
    known.headings(run);
    known.findings(run);
    known.links(run);
    known.anchors.forEach(
        (path, each) -> {
          if (!known.unread.contains(path)) {
            known.index.addAnchors(path, List.copyOf(each));
          }
        });
    return known;
  }

  /** The index of what is known. */
  TargetIndex index() {
    return index;
  }

  /** The anchors of a document that was read. */
  List<String> anchorsOf(String path) {
    return List.copyOf(anchors.getOrDefault(path, Set.of()));
  }

  private void documents(ComparedRun run) throws IOException {
    try (RowCursor<DocumentRow> rows = run.tables().documents()) {
      for (DocumentRow row = rows.next(); row != null; row = rows.next()) {
        file(row.path());
        if (isWanted(keys.ofFile(row.path()))) {
          anchors.put(row.path(), new HashSet<>());
          if (!row.status().equals("ok")) {
            unread.add(row.path());
          }
        }
      }
    }
  }

  private void headings(ComparedRun run) throws IOException {
    try (RowCursor<HeadingRow> rows = run.tables().headings()) {
      for (HeadingRow row = rows.next(); row != null; row = rows.next()) {
        anchor(row.path(), row.anchor());
      }
    }
  }

  private void findings(ComparedRun run) throws IOException {
    try (RowCursor<FindingRow> rows = run.tables().findings()) {
      for (FindingRow row = rows.next(); row != null; row = rows.next()) {
        if (row.rule().equals(Rule.DOCUMENT_TOO_COMPLEX.id())) {
          unread.add(row.path());
        }
      }
    }
  }

  private void links(ComparedRun run) throws IOException {
    try (RowCursor<LinkRow> rows = run.tables().links()) {
      for (LinkRow row = rows.next(); row != null; row = rows.next()) {
        link(row, run.summary().prefixOf(row.sourceFile()));
      }
    }
  }

  private void link(LinkRow row, String root) {
    String path = row.resolvedPath();
    LinkSyntax syntax = LinkSyntax.valueOf(row.syntax().toUpperCase(Locale.ROOT));
    if (path != null && !row.broken()) {
      boolean lines = LinkTarget.parse(row.target(), syntax).plain();
      boolean ok = row.status().equals("ok");
      target(path, ok && !lines ? row.fragment() : null);
      if (LinkReason.ANCHOR_IN_UNREAD_DOCUMENT.id().equals(row.reason())) {
        unread.add(path);
      }
    }
    String suggestion = row.suggestion();
    if (suggestion != null) {
      suggested(suggestion, row.sourceFile(), root);
    }
  }

  /** What is suggested is there. */
  private void suggested(String suggestion, String source, String root) {
    LinkTarget target = LinkTarget.parse(suggestion, LinkSyntax.INLINE);
    Optional<String> path =
        target.kind() == LinkTarget.Kind.ANCHOR
            ? Optional.of(source)
            : CorpusPath.resolve(root, CorpusPath.folderOf(source), target.path());
    path.ifPresent(found -> target(target.folder() ? found + "/" : found, target.fragment()));
  }

  /** A file, or a folder, whose path ends in a slash, with an anchor of it. */
  private void target(String path, @Nullable String fragment) {
    if (path.endsWith("/")) {
      folder(path.equals("./") ? "" : path.substring(0, path.length() - 1));
      return;
    }
    file(path);
    if (fragment != null && !fragment.isEmpty() && !fragment.equalsIgnoreCase("top")) {
      anchor(path, fragment);
    }
  }

  private void file(String path) {
    if (isWanted(keys.ofFile(path))) {
      index.addFile(path, isDocument(path));
    }
    for (String folder : TargetKeys.foldersOf(path)) {
      if (!folders.add(folder)) {
        // Those above it were seen with it.
        break;
      }
      folder(folder);
    }
  }

  private void folder(String path) {
    if (wanted.contains(keys.of(path))) {
      index.addFolder(path);
    }
  }

  private void anchor(String path, String anchor) {
    Set<String> known = anchors.get(path);
    if (known != null) {
      known.add(anchor);
    }
  }

  private boolean isWanted(List<String> keysOfFile) {
    return keysOfFile.stream().anyMatch(wanted::contains);
  }

  private boolean isDocument(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return rules.documentExtensions().stream().anyMatch(lower::endsWith);
  }
}
