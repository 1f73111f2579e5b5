package org.docaudit.pipeline.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.links.CorpusPath;
import org.docaudit.links.GenericNames;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkRules;
import org.docaudit.links.LinkTarget;
import org.docaudit.links.RelativeTarget;
import org.docaudit.links.TargetIndex;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.Verdict;

/**
 * Writes the target of a link anew, in the way it was written: with a leading slash, without the
 * document's extension, as the page that renders from it, or as a folder. What is written is
 * resolved by the rules of links, and the next way is tried where it does not mean the target.
 */
final class MovedTarget {

  private static final List<String> HTML = List.of(".html", ".htm");

  private final LinkRules rules;
  private final String root;

  /**
   * @param root what targets must not leave, see {@link CorpusPath#resolve}
   */
  MovedTarget(LinkRules rules, String root) {
    this.rules = rules;
    this.root = root;
  }

  /**
   * The target with another fragment.
   *
   * @param written the target as it is written
   * @param fragment as it is to be written
   */
  static String withFragment(String written, String fragment) {
    return pathOf(written) + queryOf(written) + "#" + fragment;
  }

  /**
   * The target of a link to a path.
   *
   * @param written the target as it is written
   * @param source corpus path of the document that has the link
   * @param old what the target meant; a folder's path ends in a slash
   * @param now what it is to mean
   * @param fragment as it is to be written, or null
   * @return empty where no way to write it leads there
   */
  Optional<String> of(
      String written, String source, String old, String now, @Nullable String fragment) {
    String end = queryOf(written) + (fragment == null ? "" : "#" + fragment);
    String relative = RelativeTarget.of(source, now, null);
    List<String> ways = new ArrayList<>();
    if (written.startsWith("/")) {
      for (String folder : rules.siteFolders(root)) {
        rooted(folder, now)
            .ifPresent(
                path -> {
                  ways.add(styled(pathOf(written), old, path));
                  ways.add(path);
                });
      }
    }
    ways.add(styled(pathOf(written), old, relative));
    ways.add(relative);
    return ways.stream().map(way -> way + end).filter(way -> means(way, source, now)).findFirst();
  }

  private static Optional<String> rooted(String folder, String now) {
    String base = folder.isEmpty() ? "" : folder + "/";
    return now.startsWith(base)
        ? Optional.of("/" + withoutDot(RelativeTarget.of(base + "_", now, null)))
        : Optional.empty();
  }

  private static String withoutDot(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }

  /** The new path as the old one was written. */
  private String styled(String written, String old, String path) {
    String extension = extensionOf(old);
    String newExtension = extensionOf(path);
    if (extension.isEmpty() || newExtension.isEmpty() || lower(written).endsWith(extension)) {
      return path;
    }
    String stem = path.substring(0, path.length() - newExtension.length());
    for (String html : HTML) {
      if (lower(written).endsWith(html)) {
        return stem + html;
      }
    }
    if (!written.endsWith("/")) {
      return stem;
    }
    String name = stem.substring(stem.lastIndexOf('/') + 1);
    return GenericNames.contains(lower(name))
        ? stem.substring(0, stem.length() - name.length())
        : stem + "/";
  }

  private String extensionOf(String path) {
    for (String extension : rules.documentExtensions()) {
      if (lower(path).endsWith(extension)) {
        return extension;
      }
    }
    return "";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a target leads to a path, if that is all that there is. */
  private boolean means(String written, String source, String now) {
    LinkTarget target = LinkTarget.parse(written, LinkSyntax.INLINE);
    if (target.kind() != LinkTarget.Kind.INTERNAL) {
      return false;
    }
    TargetIndex index = new TargetIndex(rules);
    if (now.endsWith("/")) {
      index.addFolder(now);
    } else {
      index.addFile(now, true);
    }
    Verdict verdict =
        LinkQuestion.combine(
            LinkQuestion.of(target, source, root, rules).stream().map(index::answer).toList());
    return verdict.status() != LinkStatus.BROKEN && now.equals(verdict.resolvedPath());
  }

  /** What stands behind the hash, as it is written; null where there is none. */
  static @Nullable String fragmentOf(String written) {
    int hash = written.indexOf('#');
    return hash < 0 ? null : written.substring(hash + 1);
  }

  private static String pathOf(String written) {
    int end = written.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = written.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return written.substring(0, end);
  }

  private static String queryOf(String written) {
    int hash = written.indexOf('#');
    String address = hash < 0 ? written : written.substring(0, hash);
    int mark = address.indexOf('?');
    return mark < 0 ? "" : address.substring(mark);
  }
}
