package org.docaudit.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Which documents of a corpus the user named: all of them, or files and globs.
 *
 * @param all whether the corpus was given as a folder
 * @param files paths of named files, relative to the root; no rule leaves these out
 * @param globs each relative to a folder in the root; the rules hold for what they match
 */
record Selection(boolean all, Set<String> files, List<Glob> globs) {
  static final Selection ALL = new Selection(true, Set.of(), List.of());

  Selection {
    files = Set.copyOf(files);
    globs = List.copyOf(globs);
  }

  static Selection ofFile(String path) {
    return new Selection(false, Set.of(path), List.of());
  }

  static Selection ofGlob(String pattern) {
    return new Selection(false, Set.of(), List.of(Glob.of(pattern)));
  }

  /**
   * Why a document is left out, or null.
   *
   * @param folder that it lies in, relative to the root: empty, or with {@code /} at its end
   * @param rules of that folder
   */
  @Nullable Skip skip(String folder, String name, FolderRules rules) {
    if (all) {
      return rules.skip(name);
    }
    String path = folder + name;
    if (files.contains(path)) {
      return null;
    }
    for (Glob glob : globs) {
      if (glob.matches(path, folder.length())) {
        return rules.skip(name);
      }
    }
    return Skip.NOT_SELECTED;
  }

  /** This and another selection, both of the same root. */
  Selection plus(Selection other) {
    return new Selection(
        all || other.all,
        Stream.concat(files.stream(), other.files.stream()).collect(Collectors.toSet()),
        Stream.concat(globs.stream(), other.globs.stream()).toList());
  }

  /** The same selection relative to a folder above, of which the root is the given path. */
  Selection below(String folder) {
    return new Selection(
        all,
        files.stream().map(folder::concat).collect(Collectors.toSet()),
        globs.stream().map(glob -> new Glob(folder + glob.folder, glob.pattern)).toList());
  }

  /**
   * A glob.
   *
   * @param folder that it is relative to: empty, or with {@code /} at its end
   */
  record Glob(String folder, PatternList pattern) {

    /** The glob of a path: bound to its folder, {@code *} matches no slash. */
    static Glob of(String pattern) {
      return new Glob(
          "", PatternList.ofOption("", List.of("/" + pattern), SkipReason.NOT_SELECTED));
    }

    boolean matches(String path, int name) {
      return path.startsWith(folder)
          && pattern.lastMatch(path, folder.length(), name, false) != null;
    }
  }
}
