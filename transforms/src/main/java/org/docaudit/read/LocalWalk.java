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
  private final FileAttributes asked;
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
    this.asked = FileAttributes.ofListing(options);
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
    Marks marks = new Marks();
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(location)) {
      for (Path entry : stream) {
        EntryName name = EntryName.of(entry);
        marks.see(name.text());
        if (!name.text().equals(GIT)) {
          add(folder, entry, name, children);
        }
      }
    } catch (DirectoryIteratorException e) {
      problems.add(unreadable(folder.path, e.getCause()));
    } catch (IOException e) {
      problems.add(unreadable(folder.path, e));
    }
    // Who names a report as a corpus wants it audited.
    if (!folder.path.equals(pathPrefix)) {
      boolean history = marks.onlyHistory && marks.any;
      if (history || (marks.summary && isReportSummary(location.resolve(ReportMarks.SUMMARY)))) {
        folder.rules = folder.rules.inReport();
      }
      if (history) {
        folder.clear();
        return List.of();
      }
    }
    FolderRules plain = folder.rules;
    FolderRules rules =
        marks.ignoreFile && plain.wantsIgnoreFiles()
            ? plain.withIgnoreFiles(
                file -> IgnoreFiles.read(location.resolve(file), folder.path + file, problems))
            : plain;
    folder.rules = rules;
    String relative = folder.path.substring(pathPrefix.length());
    folder.leaveOut(name -> selection.skip(relative, name, rules));
    children.forEach(child -> addFolder(folder, child));
    for (String path : folder.pack(rootIndex)) {
      String message = "left out: another name that is not UTF-8 reads the same";
      problems.add(new ListingProblem(path, message));
    }
    return folder.folders();
  }

  private static boolean isReportSummary(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream content = Files.newInputStream(file)) {
      return ReportMarks.isSummary(content);
    } catch (IOException e) {
      // Then it is any file, which is not read.
      return false;
    }
  }

  private static ListingProblem unreadable(String path, IOException e) {
    return new ListingProblem(path, "the folder could not be read: " + IoMessages.of(e));
  }

  private void add(Folder folder, Path entry, EntryName name, List<Child> children) {
    BasicFileAttributes attributes;
    try {
      attributes = asked.of(entry, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException vanished) {
      return;
    } catch (IOException e) {
      problems.add(new ListingProblem(folder.path + name.text(), IoMessages.of(e)));
      return;
    }
    if (attributes.isSymbolicLink()) {
      addLink(folder, entry, name, children);
    } else if (attributes.isDirectory()) {
      children.add(new Child(entry, name, false));
    } else {
      addFile(folder, name, attributes);
    }
  }

  private void addLink(Folder folder, Path entry, EntryName name, List<Child> children) {
    LinkTarget target = LinkTarget.of(entry, root, asked);
    boolean document = options.isDocument(name.text());
    switch (target.kind()) {
      case FILE -> addFile(folder, name, target.attributes());
      case FOLDER -> {
        if (folder.throughLink) {
          addOther(folder, name);
        } else {
          children.add(new Child(entry, name, true));
        }
      }
      case CLOSED_FOLDER -> addOther(folder, name);
      case OUTSIDE -> {
        if (document) {
          folder.addSkipped(name.text(), escaped(folder, name), Skip.SYMLINK_OUTSIDE);
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

  private void addFolder(Folder folder, Child child) {
    if (folder.rules.areOfReport()) {
      return;
    }
    String escaped = escaped(folder, child.name());
    String name = child.name().text();
    folder.add(
        new Folder(
            child.location(),
            folder.path + name + "/",
            escaped == null ? null : escaped + "/",
            folder.rules.child(name),
            folder.throughLink || child.link()));
  }

  private void addOther(Folder folder, EntryName name) {
    folder.addOther(name.text(), escaped(folder, name));
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
    folder.addDocument(
        name.text(),
        escaped(folder, name),
        attributes == null ? 0 : attributes.size(),
        attributes == null ? 0 : attributes.lastModifiedTime().toMillis(),
        FileAttributes.readableByAll(attributes));
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

  /**
   * A folder found in another.
   *
   * @param link whether it is a symbolic link to one
   */
  private record Child(Path location, EntryName name, boolean link) {}

  /** What the names in a folder tell of it. */
  private static final class Marks {
    boolean any;
    boolean onlyHistory = true;
    boolean summary;
    boolean ignoreFile;

    void see(String name) {
      any = true;
      onlyHistory = onlyHistory && ReportMarks.isOfHistory(name);
      summary = summary || name.equals(ReportMarks.SUMMARY);
      ignoreFile =
          ignoreFile
              || name.equals(FolderRules.GITIGNORE)
              || name.equals(FolderRules.DOCAUDITIGNORE);
    }
  }
}
