package org.docaudit.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.links.LinkRules;
import org.docaudit.links.RelativeTarget;
import org.docaudit.links.TargetKeys;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.HeadingRow;
import org.docaudit.pipeline.report.LinkRow;
import org.docaudit.pipeline.report.ReportTables;
import org.docaudit.pipeline.report.RowCursor;

/**
 * The links that broke between two runs, and why: those that are broken in the later run and were
 * not in the earlier one, or not there. A link is recognised by its target as written and its
 * number among the equal ones of its document.
 *
 * <p>The links of both runs are read side by side, once to learn which headings and documents
 * matter, and once each time they are visited. Memory grows with the headings of the documents
 * whose anchors are gone.
 */
final class LinkBreaks {

  private static final PairedRows<LinkRow> ROWS =
      new PairedRows<>(ReportTables::links, LinkRow::sourceFile);

  private final ComparedRun before;
  private final ComparedRun after;
  private final DocumentChanges documents;
  private final LinkRules rules;
  private final boolean sameLinkRules;
  private final Set<String> foldersAfter = new HashSet<>();
  private final RenamedFolders folders;
  private final Map<String, List<HeadingRow>> headingsBefore = new HashMap<>();
  private final Map<String, List<HeadingRow>> headingsAfter = new HashMap<>();
  private final Set<String> there = new HashSet<>();

  /** Takes each link, in the order of the later run's table. */
  interface Visitor {
    void visit(LinkBreak broken) throws IOException;
  }

  /** A link that is broken, and what it was; null where it was not there. */
  private record Broken(LinkRow link, @Nullable LinkRow old, @Nullable String oldPath) {}

  private interface BrokenVisitor {
    void visit(Broken broken) throws IOException;
  }

  private LinkBreaks(ComparedRun before, ComparedRun after, DocumentChanges documents) {
    this.before = before;
    this.after = after;
    this.documents = documents;
    this.rules = after.summary().linkRules();
    this.sameLinkRules =
        after
            .summary()
            .configuration()
            .path("links")
            .equals(before.summary().configuration().path("links"));
    this.folders = new RenamedFolders(documents, foldersAfter);
  }

  /** Compares the links of two runs. */
  static LinkBreaks of(ComparedRun before, ComparedRun after, DocumentChanges documents)
      throws IOException {
    LinkBreaks breaks = new LinkBreaks(before, after, documents);
    breaks.learn();
    return breaks;
  }

  /** Visits every link that broke. */
  void forEach(Visitor visitor) throws IOException {
    forEachBroken(broken -> visitor.visit(explained(broken)));
  }

  private void forEachBroken(BrokenVisitor visitor) throws IOException {
    ROWS.forEach(
        before.tables(),
        after.tables(),
        documents,
        (path, oldPath, earlier, later) -> {
          Map<String, LinkRow> known = new HashMap<>();
          Map<String, Integer> numbers = new HashMap<>();
          for (LinkRow link : earlier) {
            known.put(numbered(link, numbers), link);
          }
          numbers.clear();
          for (LinkRow link : later) {
            LinkRow old = known.get(numbered(link, numbers));
            if (link.broken() && (old == null || !old.broken())) {
              visitor.visit(new Broken(link, old, oldPath));
            }
          }
        });
  }

  private static String numbered(LinkRow link, Map<String, Integer> numbers) {
    return numbers.merge(link.target(), 1, Integer::sum) + " " + link.target();
  }

  private void learn() throws IOException {
    if (documents.hasRenamed()) {
      learnFolders();
    }
    Set<String> meant = new HashSet<>();
    forEachBroken(
        broken -> {
          String old = broken.old() == null ? null : broken.old().resolvedPath();
          if (old != null) {
            meant.add(nowAt(old));
            if (broken.link().fragment() != null) {
              headingsBefore.put(old, new ArrayList<>());
              headingsAfter.put(nowAt(old), new ArrayList<>());
            }
          }
        });
    try (RowCursor<DocumentRow> rows = after.tables().documents()) {
      for (DocumentRow row = rows.next(); row != null; row = rows.next()) {
        if (meant.contains(row.path())) {
          there.add(row.path());
        }
      }
    }
    read(before.tables(), headingsBefore);
    read(after.tables(), headingsAfter);
  }

  private void learnFolders() throws IOException {
    try (RowCursor<DocumentRow> rows = after.tables().documents()) {
      for (DocumentRow row = rows.next(); row != null; row = rows.next()) {
        for (String folder : TargetKeys.foldersOf(row.path())) {
          if (!foldersAfter.add(folder)) {
            // Those above it are known with it.
            break;
          }
        }
      }
    }
  }

  private static void read(ReportTables run, Map<String, List<HeadingRow>> wanted)
      throws IOException {
    if (wanted.isEmpty()) {
      return;
    }
    try (RowCursor<HeadingRow> rows = run.headings()) {
      for (HeadingRow row = rows.next(); row != null; row = rows.next()) {
        List<HeadingRow> headings = wanted.get(row.path());
        if (headings != null) {
          headings.add(row);
        }
      }
    }
  }

  /** Where a path of the earlier run is now, if it is anywhere. */
  private String nowAt(String oldPath) {
    String now = documents.newPath(oldPath);
    if (now == null && !documents.isRemoved(oldPath)) {
      now = folders.newPath(oldPath).orElse(null);
    }
    return now == null ? oldPath : now;
  }

  private LinkBreak explained(Broken broken) {
    LinkRow link = broken.link();
    LinkRow old = broken.old();
    String meant = old == null ? null : old.resolvedPath();
    if (old == null) {
      return unfixed(link, BreakCause.LINK_NEW, "the link is new or was written anew", null);
    } else if (meant == null) {
      return unfixed(
          link, BreakCause.CONFIGURATION_CHANGED, "it was %s before".formatted(why(old)), null);
    }
    String now = nowAt(meant);
    String fragment = link.fragment();
    if (fragment != null && !fragment.isEmpty()) {
      RewordedHeadings headings =
          new RewordedHeadings(
              headingsBefore.getOrDefault(meant, List.of()),
              headingsAfter.getOrDefault(now, List.of()));
      Optional<HeadingRow> lost = headings.lost(fragment);
      boolean anchorWasLost =
          lost.isPresent() ? !headings.isThere(fragment) : "missing-anchor".equals(link.reason());
      if (anchorWasLost && !documents.isRemoved(meant)) {
        return anchorLost(broken, meant, now, headings, lost);
      }
    }
    return pathLost(broken, meant, now);
  }

  private static String why(LinkRow link) {
    return link.reason() == null ? link.status() : link.status() + " (" + link.reason() + ")";
  }

  private LinkBreak anchorLost(
      Broken broken,
      String meant,
      String now,
      RewordedHeadings headings,
      Optional<HeadingRow> lost) {
    LinkRow link = broken.link();
    if (lost.isEmpty()) {
      return unfixed(
          link,
          BreakCause.ANCHOR_REMOVED,
          "`%s` has no anchor `%s` any more".formatted(now, link.fragment()),
          now);
    }
    Optional<HeadingRow> replacement = headings.replacement(lost.get());
    if (replacement.isEmpty()) {
      return unfixed(
          link,
          BreakCause.HEADING_REMOVED,
          "the heading \"%s\" of `%s` is gone".formatted(lost.get().text(), meant),
          now);
    }
    HeadingRow heading = replacement.get();
    String fragment = RelativeTarget.encoded(heading.anchor());
    boolean samePath = meant.equals(now) && broken.oldPath() == null;
    boolean local = link.type().equals("anchor");
    return new LinkBreak(
        link,
        BreakCause.HEADING_REWORDED,
        "the heading \"%s\" of `%s` is now \"%s\"%s"
            .formatted(
                lost.get().text(),
                meant,
                heading.text(),
                meant.equals(now) ? "" : ", and the document is `" + now + "`"),
        RelativeTarget.shown(now, heading.anchor()),
        samePath || local
            ? MovedTarget.withFragment(link.target(), fragment)
            : moved(link, meant, now, fragment));
  }

  private LinkBreak pathLost(Broken broken, String meant, String now) {
    LinkRow link = broken.link();
    if (!now.equals(meant)) {
      return new LinkBreak(
          link,
          BreakCause.TARGET_RENAMED,
          "`%s` was renamed to `%s`".formatted(meant, now),
          RelativeTarget.shown(now, link.fragment()),
          moved(link, meant, now, MovedTarget.fragmentOf(link.target())));
    } else if (documents.isRemoved(meant)) {
      return unfixed(link, BreakCause.PAGE_REMOVED, "`%s` was removed".formatted(meant), null);
    } else if (broken.oldPath() != null) {
      return new LinkBreak(
          link,
          BreakCause.SOURCE_RENAMED,
          "this document was renamed from `%s`, and the link means `%s`"
              .formatted(broken.oldPath(), meant),
          RelativeTarget.shown(meant, link.fragment()),
          there.contains(meant)
              ? moved(link, meant, meant, MovedTarget.fragmentOf(link.target()))
              : null);
    } else if (there.contains(meant) || !sameLinkRules) {
      return unfixed(
          link,
          BreakCause.CONFIGURATION_CHANGED,
          "it led to `%s` before, by another configuration".formatted(meant),
          meant);
    }
    return unfixed(link, BreakCause.FILE_REMOVED, "`%s` is gone".formatted(meant), null);
  }

  private @Nullable String moved(
      LinkRow link, String meant, String now, @Nullable String fragment) {
    return new MovedTarget(rules, after.summary().prefixOf(link.sourceFile()))
        .of(link.target(), link.sourceFile(), meant, now, fragment)
        .orElse(null);
  }

  private static LinkBreak unfixed(
      LinkRow link, BreakCause cause, String explanation, @Nullable String target) {
    return new LinkBreak(link, cause, explanation, target, null);
  }
}
