package org.docaudit.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Lists one folder of a local corpus at a time; safe for threads.
 *
 * <p>Of a report that docaudit wrote, documents are left out, other files beside them are listed,
 * since links may lead to its pages, and folders, which hold its tables, are not entered.
 *
 * <p>Links to folders of the corpus are followed, but not within a folder that was itself reached
 * through one, and not into a folder that they stand in: n links can multiply the files below by n
 * at most, and loops end.
 */
final class LocalWalk {
  static final String GIT = ".git";

  private final int rootIndex;
  private final Path root;
  private final String pathPrefix;
  private final Selection selection;
  private final ListingOptions options;
  private final Queue<ListingProblem> problems = new ConcurrentLinkedQueue<>();

  /**
   * @param location real path of the root's folder
   */
  LocalWalk(
      int rootIndex,
      Path location,
      String pathPrefix,
      Selection selection,
      ListingOptions options) {
    this.rootIndex = rootIndex;
    this.root = location;
    this.pathPrefix = pathPrefix;
    this.selection = selection;
    this.options = options;
  }

  /** The root's folder, to be listed first. */
  Folder start() {
    ListingRules rules = ListingRules.of(options);
    FolderRules rootRules =
        options.obeyIgnoreFiles()
            ? EnclosingRepository.rules(root, rules, problems)
            : FolderRules.ofRoot(rules, "", null);
    return new Folder(root, pathPrefix, null, rootRules, false);
  }

  /** What could not be listed so far, in no particular order. */
  List<ListingProblem> problems() {
    return List.copyOf(problems);
  }

  /** Lists one folder; the folders found in it are to be listed next. */
  List<Folder> list(Folder folder) {
    Path location = folder.location;
    if (location == null) {
      throw new IllegalStateException("listed twice: " + folder.path);
    }
    folder.location = null;
    List<Path> entries = entries(folder, location);
    // Who names a report as a corpus wants it audited.
    if (!folder.path.equals(pathPrefix)) {
      boolean history = !entries.isEmpty() && entries.stream().allMatch(LocalWalk::isOfHistory);
      if (history || entries.stream().anyMatch(LocalWalk::isReportSummary)) {
        folder.rules = folder.rules.inReport();
        entries = history ? List.of() : entries;
      }
    }
    readIgnoreFiles(folder, entries);
    for (Path entry : entries) {
      EntryName name = EntryName.of(entry);
      if (!name.text().equals(GIT)) {
        add(folder, entry, name);
      }
    }
    for (String path : folder.pack()) {
      String message = "left out: another name that is not UTF-8 reads the same";
      problems.add(new ListingProblem(path, message));
    }
    return folder.folders();
  }

  private List<Path> entries(Folder folder, Path location) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(location)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      problems.add(unreadable(folder.path, e.getCause()));
    } catch (IOException e) {
      problems.add(unreadable(folder.path, e));
    }
    return entries;
  }

  private static boolean isOfHistory(Path entry) {
    return ReportMarks.isOfHistory(String.valueOf(entry.getFileName()));
  }

  private static boolean isReportSummary(Path entry) {
    if (!String.valueOf(entry.getFileName()).equals(ReportMarks.SUMMARY)
        || !Files.isRegularFile(entry)) {
      return false;
    }
    try (InputStream content = Files.newInputStream(entry)) {
      return ReportMarks.isSummary(content);
    } catch (IOException e) {
      // Then it is any file, which is not read.
      return false;
    }
  }

  private static ListingProblem unreadable(String path, IOException e) {
    return new ListingProblem(path, "the folder could not be read: " + IoMessages.of(e));
  }

  private void readIgnoreFiles(Folder folder, List<Path> entries) {
    if (folder.rules.wantsIgnoreFiles()) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.equals(FolderRules.GITIGNORE) || name.equals(FolderRules.DOCAUDITIGNORE)) {
          folder.rules =
              folder.rules.withIgnoreFiles(
                  file ->
                      IgnoreFiles.read(entry.resolveSibling(file), folder.path + file, problems));
          return;
        }
      }
    }
  }

  private void add(Folder folder, Path entry, EntryName name) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException vanished) {
      return;
    } catch (IOException e) {
      problems.add(new ListingProblem(folder.path + name.text(), IoMessages.of(e)));
      return;
    }
    if (attributes.isSymbolicLink()) {
      addLink(folder, entry, name);
    } else if (attributes.isDirectory()) {
      addFolder(folder, entry, name, false);
    } else {
      addFile(folder, name, attributes);
    }
  }

  private void addLink(Folder folder, Path entry, EntryName name) {
    LinkTarget target = LinkTarget.of(entry, root);
    boolean document = options.isDocument(name.text());
    switch (target.kind()) {
      case FILE -> addFile(folder, name, target.attributes());
      case FOLDER -> {
        if (folder.throughLink) {
          addOther(folder, name);
        } else {
          addFolder(folder, entry, name, true);
        }
      }
      case CLOSED_FOLDER -> addOther(folder, name);
      case OUTSIDE -> {
        if (document) {
          String path = folder.path + name.text();
          folder.add(
              ListedFile.skipped(path, escaped(folder, name), rootIndex, Skip.SYMLINK_OUTSIDE));
        } else {
          addOther(folder, name);
        }
      }
      case DANGLING -> {
        // Reading it gives the finding; to a link it is not there.
        if (document) {
          addFile(folder, name, null);
        }
      }
      case UNKNOWN -> {
        if (document) {
          addFile(folder, name, null);
        } else {
          addOther(folder, name);
        }
      }
    }
  }

  private void addFolder(Folder folder, Path entry, EntryName name, boolean link) {
    if (folder.rules.areOfReport()) {
      return;
    }
    String escaped = escaped(folder, name);
    folder.add(
        new Folder(
            entry,
            folder.path + name.text() + "/",
            escaped == null ? null : escaped + "/",
            folder.rules.child(name.text()),
            folder.throughLink || link));
  }

  private void addOther(Folder folder, EntryName name) {
    folder.add(ListedFile.other(folder.path + name.text(), escaped(folder, name), rootIndex));
  }

  /**
   * @param attributes of the file that was found or that the link leads to; null where a link leads
   *     to nothing
   */
  private void addFile(Folder folder, EntryName name, @Nullable BasicFileAttributes attributes) {
    boolean regular = attributes == null || attributes.isRegularFile();
    if (!regular || !options.isDocument(name.text())) {
      addOther(folder, name);
      return;
    }
    String path = folder.path + name.text();
    Skip skip = selection.skip(path.substring(pathPrefix.length()), name.text(), folder.rules);
    folder.add(
        skip != null
            ? ListedFile.skipped(path, escaped(folder, name), rootIndex, skip)
            : ListedFile.document(
                path,
                escaped(folder, name),
                rootIndex,
                attributes == null ? 0 : attributes.size(),
                attributes == null ? 0 : attributes.lastModifiedTime().toMillis()));
  }

  private @Nullable String escaped(Folder folder, EntryName name) {
    if (folder.escapedPath == null && name.escaped() == null) {
      return null;
    }
    String above =
        folder.escapedPath != null
            ? folder.escapedPath
            : EntryName.escape(folder.path.substring(pathPrefix.length()));
    return above + (name.escaped() != null ? name.escaped() : EntryName.escape(name.text()));
  }
}
