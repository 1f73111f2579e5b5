package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.links.CorpusPath;
import org.docaudit.links.GenericNames;
import org.docaudit.model.PathOrder;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.HeadingRow;
import org.docaudit.pipeline.report.LinkRow;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * Recognises documents that were renamed among those whose path is gone and those whose path is
 * new.
 *
 * <ol>
 *   <li>The same bytes (SHA-256, and not empty). Of several with the same bytes those with the same
 *       file name go together, then the first by path.
 *   <li>The same title or file name, and of their headings and links together at least {@link
 *       #MIN_SHARED}, and at least {@link #MIN_SIMILARITY}, are the same. The most similar go
 *       together first, then the first by path.
 * </ol>
 *
 * <p>Headings count by level and text, links by text and the last name of their target, since moved
 * documents write other folders. The order of rows and of runs of this code makes no difference.
 */
final class RenamedDocuments {

  /** Headings and links that must be the same. */
  static final int MIN_SHARED = 3;

  /** Share of the headings and links of both that must be the same. */
  static final double MIN_SIMILARITY = 0.6;

  /** Of a document these many headings and links are compared; bounds what a large one costs. */
  private static final int MAX_TRAITS = 1_000;

  /** Documents with one title or name that are compared with one other. */
  private static final int MAX_COMPARED = 64;

  private final Map<String, DocumentRow> removed = new HashMap<>();
  private final Map<String, DocumentRow> added = new HashMap<>();
  private final List<Rename> renames = new ArrayList<>();

  private RenamedDocuments() {}

  /** A document with its two paths, and by what it was recognised. */
  record Rename(String oldPath, String newPath, String how) {}

  private record Pair(String oldPath, String newPath, int shared, int all) {
    double similarity() {
      return (double) shared / all;
    }
  }

  /**
   * Finds them.
   *
   * @param removed documents whose path is gone, in path order
   * @param added documents whose path is new, in path order
   */
  static List<Rename> find(
      List<DocumentRow> removed, List<DocumentRow> added, ReportTables before, ReportTables after)
      throws IOException {
    if (removed.isEmpty() || added.isEmpty()) {
      return List.of();
    }
    RenamedDocuments found = new RenamedDocuments();
    removed.forEach(document -> found.removed.put(document.path(), document));
    added.forEach(document -> found.added.put(document.path(), document));
    found.byContent(removed, added, true);
    found.byContent(removed, added, false);
    found.bySimilarity(removed, added, before, after);
    return found.renames;
  }

  private void byContent(List<DocumentRow> old, List<DocumentRow> now, boolean sameName) {
    Map<String, List<String>> waiting = new HashMap<>();
    for (DocumentRow document : now) {
      if (isKnown(document) && added.containsKey(document.path())) {
        waiting
            .computeIfAbsent(contentKey(document, sameName), key -> new ArrayList<>())
            .add(document.path());
      }
    }
    Map<String, Integer> next = new HashMap<>();
    for (DocumentRow document : old) {
      String key = contentKey(document, sameName);
      List<String> paths = waiting.get(key);
      if (isKnown(document) && removed.containsKey(document.path()) && paths != null) {
        int index = next.merge(key, 1, Integer::sum) - 1;
        if (index < paths.size()) {
          take(new Rename(document.path(), paths.get(index), "the content is the same"));
        }
      }
    }
  }

  private static boolean isKnown(DocumentRow document) {
    return document.sha256() != null && document.bytes() > 0;
  }

  private static String contentKey(DocumentRow document, boolean sameName) {
    return document.sha256() + (sameName ? CorpusPath.nameOf(document.path()) : "");
  }

  private void take(Rename rename) {
    removed.remove(rename.oldPath());
    added.remove(rename.newPath());
    renames.add(rename);
  }

  private void bySimilarity(
      List<DocumentRow> old, List<DocumentRow> now, ReportTables before, ReportTables after)
      throws IOException {
    Map<String, List<String>> candidates = new HashMap<>();
    for (DocumentRow document : now) {
      if (added.containsKey(document.path())) {
        for (String key : keys(document)) {
          candidates.computeIfAbsent(key, unused -> new ArrayList<>()).add(document.path());
        }
      }
    }
    Map<String, Set<String>> compared = new HashMap<>();
    for (DocumentRow document : old) {
      if (removed.containsKey(document.path())) {
        Set<String> others =
            keys(document).stream()
                .flatMap(key -> candidates.getOrDefault(key, List.of()).stream())
                .limit(MAX_COMPARED)
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
          compared.put(document.path(), others);
        }
      }
    }
    if (compared.isEmpty()) {
      return;
    }
    Map<String, Set<Long>> oldTraits = traits(before, compared.keySet());
    Map<String, Set<Long>> newTraits =
        traits(after, compared.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<Pair> pairs = new ArrayList<>();
    compared.forEach(
        (oldPath, others) -> {
          for (String newPath : others) {
            Pair pair =
                pair(
                    oldPath,
                    oldTraits.getOrDefault(oldPath, Set.of()),
                    newPath,
                    newTraits.getOrDefault(newPath, Set.of()));
            if (pair.shared() >= MIN_SHARED && pair.similarity() >= MIN_SIMILARITY) {
              pairs.add(pair);
            }
          }
        });
    pairs.sort(
        Comparator.comparingDouble(Pair::similarity)
            .reversed()
            .thenComparing(Pair::oldPath, PathOrder.INSTANCE)
            .thenComparing(Pair::newPath, PathOrder.INSTANCE));
    for (Pair pair : pairs) {
      if (removed.containsKey(pair.oldPath()) && added.containsKey(pair.newPath())) {
        take(
            new Rename(
                pair.oldPath(),
                pair.newPath(),
                "%d of %d headings and links are the same".formatted(pair.shared(), pair.all())));
      }
    }
  }

  private static Pair pair(String oldPath, Set<Long> old, String newPath, Set<Long> now) {
    Set<Long> shared = new HashSet<>(old);
    shared.retainAll(now);
    int all = old.size() + now.size() - shared.size();
    return new Pair(oldPath, newPath, shared.size(), Math.max(1, all));
  }

  /** By what a document may be recognised: its title, and its name unless every folder has it. */
  private static List<String> keys(DocumentRow document) {
    List<String> keys = new ArrayList<>();
    @Nullable String title = document.title();
    if (title != null && !title.isBlank()) {
      keys.add("title " + title);
    }
    String name = CorpusPath.nameOf(document.path()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    if (!GenericNames.contains(dot < 0 ? name : name.substring(0, dot))) {
      keys.add("name " + name);
    }
    return keys;
  }

  /** Hashes of the headings and links of some documents. */
  private static Map<String, Set<Long>> traits(ReportTables run, Set<String> paths)
      throws IOException {
    Map<String, Set<Long>> traits = new HashMap<>();
    paths.forEach(path -> traits.put(path, new HashSet<>()));
    try (RowCursor<HeadingRow> rows = run.headings()) {
      for (HeadingRow row = rows.next(); row != null; row = rows.next()) {
        add(traits.get(row.path()), row.level() + row.text());
      }
    }
    try (RowCursor<LinkRow> rows = run.links()) {
      for (LinkRow row = rows.next(); row != null; row = rows.next()) {
        add(traits.get(row.sourceFile()), row.text() + "\0" + CorpusPath.nameOf(row.target()));
      }
    }
    return traits;
  }

  private static void add(@Nullable Set<Long> traits, String trait) {
    if (traits != null && traits.size() < MAX_TRAITS) {
      traits.add(((long) trait.hashCode() << 32) | (reversedHash(trait) & 0xFFFFFFFFL));
    }
  }

  /** A second hash, so that different texts hardly ever count as the same. */
  private static int reversedHash(String text) {
    int hash = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
