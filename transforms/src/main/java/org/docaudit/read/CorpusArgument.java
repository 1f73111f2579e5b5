package org.docaudit.read;

import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.ContainerFormat;

/**
 * One or several arguments of the command line that share a root.
 *
 * @param given the first of them as the user wrote it, for messages
 * @param name of the root
 * @param location of the root, as in {@link CorpusRoot#location}
 * @param folder the root's real path, or null where it is not local
 * @param format of a packed corpus; null for a folder
 */
record CorpusArgument(
    String given,
    String name,
    String location,
    @Nullable Path folder,
    Selection selection,
    @Nullable ContainerFormat format) {

  CorpusArgument(
      String given, String name, String location, @Nullable Path folder, Selection selection) {
    this(given, name, location, folder, selection, null);
  }

  /** A packed corpus, or one of the files that a glob names and that are one corpus together. */
  static CorpusArgument packed(
      String given, String name, String location, @Nullable Path path, ContainerFormat format) {
    return new CorpusArgument(given, name, location, path, Selection.ALL, format);
  }

  /** Whether this one is the other or holds it. A folder holds no packed corpus: it is not read. */
  boolean holds(CorpusArgument other) {
    return (format == null && other.format == null)
        ? other.location.startsWith(location)
        : other.location.equals(location);
  }

  /** This root with what the other, which it holds, selects. */
  CorpusArgument plus(CorpusArgument other) {
    String below = other.location.substring(location.length());
    String path = folder == null ? below : EntryName.ofEscaped(below).text();
    return new CorpusArgument(
        given, name, location, folder, selection.plus(other.selection.below(path)));
  }

  CorpusArgument named(String unique) {
    return new CorpusArgument(given, unique, location, folder, selection, format);
  }

  /** Whether a text holds wildcards. */
  static boolean isGlob(String text) {
    return wildcard(text) < text.length();
  }

  /** Index behind the last slash before the first wildcard: there the glob's root ends. */
  static int globStart(String text) {
    return text.lastIndexOf('/', wildcard(text)) + 1;
  }

  private static int wildcard(String text) {
    int i = 0;
    while (i < text.length() && "*?[".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
