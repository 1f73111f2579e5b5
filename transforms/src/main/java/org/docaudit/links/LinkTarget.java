package org.docaudit.links;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Verdict;

/**
 * A link's target taken apart, by the URL Standard where that says something about it.
 *
 * @param path percent-decoded and without query, as written otherwise; empty unless {@link
 *     Kind#INTERNAL}
 * @param rooted whether the path begins with a slash
 * @param folder whether the path can only mean a folder: it ends in {@code /}, {@code .} or {@code
 *     ..}
 * @param backslashes whether the path was written with backslashes; they are slashes in {@code
 *     path}
 * @param fragment percent-decoded, without text directives ({@code :~:text=…}); null where there is
 *     none
 * @param plain whether the query asks GitHub for a document's source ({@code ?plain=1}), whose
 *     anchors are lines
 */
public record LinkTarget(
    Kind kind,
    LinkType type,
    String path,
    boolean rooted,
    boolean folder,
    boolean backslashes,
    @Nullable String fragment,
    boolean plain) {

  /** What a target is, which decides who can tell whether it exists. */
  public enum Kind {
    /** A URL with a scheme or a host. */
    EXTERNAL,
    /** A scheme that is never checked, see {@link #IGNORED_SCHEMES}. */
    IGNORED,
    /** A place in the same document. */
    ANCHOR,
    /** A path in the corpus, or so it should be. */
    INTERNAL,
    /** Completed by a template engine before anyone follows it. */
    TEMPLATE,
    EMPTY,
    /** No browser can follow it. */
    INVALID
  }

  /** Schemes that lead to no document. */
  static final Set<String> IGNORED_SCHEMES = Set.of("mailto", "tel", "data", "javascript");

  /** Schemes whose URLs need a host. */
  private static final Set<String> HOST_SCHEMES = Set.of("http", "https", "ftp", "ws", "wss");

  private static final List<String> TEMPLATE_MARKS = List.of("{{", "{%", "<%", "${");

  /** Takes a target apart; never fails, and takes time linear in its length. */
  public static LinkTarget parse(String written, LinkSyntax syntax) {
    String target = cleaned(written);
    if (target.isBlank()) {
      return of(Kind.EMPTY, LinkType.INTERNAL);
    }
    int colon = endOfScheme(target);
    boolean template = isTemplate(target);
    if (colon > 0) {
      return withScheme(target, colon, template);
    }
    if (target.startsWith("//")) {
      return hosted(target, 0, template);
    }
    if (template) {
      return of(Kind.TEMPLATE, target.startsWith("#") ? LinkType.ANCHOR : LinkType.INTERNAL);
    }
    if (syntax == LinkSyntax.AUTOLINK) {
      // Autolinks are URLs and addresses by grammar; some parsers leave the scheme out.
      return of(target.indexOf('@') > 0 ? Kind.IGNORED : Kind.EXTERNAL, LinkType.EXTERNAL);
    }
    return withoutScheme(target);
  }

  /** The verdict where no index is needed for it; empty for anchors and internal targets. */
  public Optional<Verdict> verdict() {
    return switch (kind) {
      case EXTERNAL -> Optional.of(Verdict.of(LinkReason.EXTERNAL));
      case IGNORED -> Optional.of(Verdict.of(LinkReason.SCHEME));
      case TEMPLATE -> Optional.of(Verdict.of(LinkReason.TEMPLATE));
      case EMPTY -> Optional.of(Verdict.of(LinkReason.EMPTY_TARGET));
      case INVALID -> Optional.of(Verdict.of(LinkReason.INVALID_URL));
      case ANCHOR, INTERNAL -> Optional.empty();
    };
  }

  private static boolean isTemplate(String target) {
    // One of the two is in every mark, and hardly ever in a target.
    if (target.indexOf('{') < 0 && target.indexOf('<') < 0) {
      return false;
    }
    for (String mark : TEMPLATE_MARKS) {
      if (target.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasControls(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (Character.isISOControl(path.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static LinkTarget of(Kind kind, LinkType type) {
    return new LinkTarget(kind, type, "", false, false, false, null, false);
  }

  private static LinkTarget withScheme(String target, int colon, boolean template) {
    String scheme = target.substring(0, colon).toLowerCase(Locale.ROOT);
    if (IGNORED_SCHEMES.contains(scheme)) {
      return of(Kind.IGNORED, LinkType.EXTERNAL);
    }
    if (colon == 1 && colon + 1 < target.length() && "/\\".indexOf(target.charAt(2)) >= 0) {
      // A drive of one Windows machine.
      return of(Kind.INVALID, LinkType.INTERNAL);
    }
    return HOST_SCHEMES.contains(scheme)
        ? hosted(target, colon + 1, template)
        : of(template ? Kind.TEMPLATE : Kind.EXTERNAL, LinkType.EXTERNAL);
  }

  private static LinkTarget hosted(String target, int start, boolean template) {
    if (template) {
      return of(Kind.TEMPLATE, LinkType.EXTERNAL);
    }
    return of(Authority.isValid(target, start) ? Kind.EXTERNAL : Kind.INVALID, LinkType.EXTERNAL);
  }

  private static LinkTarget withoutScheme(String target) {
    int hash = target.indexOf('#');
    @Nullable String fragment = hash < 0 ? null : fragment(target.substring(hash + 1));
    String address = hash < 0 ? target : target.substring(0, hash);
    int mark = address.indexOf('?');
    boolean plain = mark >= 0 && ("&" + address.substring(mark + 1) + "&").contains("&plain=1&");
    String encoded = mark < 0 ? address : address.substring(0, mark);
    if (encoded.isEmpty()) {
      return new LinkTarget(Kind.ANCHOR, LinkType.ANCHOR, "", false, false, false, fragment, plain);
    }
    Optional<String> decoded = Percent.decode(encoded);
    if (decoded.isEmpty() || hasControls(decoded.get())) {
      return of(Kind.INVALID, LinkType.INTERNAL);
    }
    String path = decoded.get().replace('\\', '/');
    if (path.startsWith("//") && decoded.get().startsWith("\\")) {
      // A Windows share, which no path in the corpus can stand for.
      return of(Kind.INVALID, LinkType.INTERNAL);
    }
    String last = CorpusPath.nameOf(path);
    return new LinkTarget(
        Kind.INTERNAL,
        LinkType.INTERNAL,
        path,
        path.startsWith("/"),
        last.isEmpty() || last.equals(".") || last.equals(".."),
        decoded.get().indexOf('\\') >= 0,
        fragment,
        plain);
  }

  private static String fragment(String written) {
    int directive = written.indexOf(":~:");
    String named = directive < 0 ? written : written.substring(0, directive);
    // What is not UTF-8 can only mean an anchor that is written just so.
    return Percent.decode(named).orElse(named);
  }

  /** Index of the colon behind a scheme (RFC 3986, section 3.1), or -1. */
  private static int endOfScheme(String target) {
    for (int i = 0; i < target.length(); i++) {
      char letter = target.charAt(i);
      boolean alpha = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      boolean other = (letter >= '0' && letter <= '9') || "+-.".indexOf(letter) >= 0;
      if (letter == ':') {
        return i == 0 ? -1 : i;
      }
      if (!alpha && (i == 0 || !other)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Without control characters and spaces at the ends, tabs and line ends anywhere: browsers drop
   * them (URL Standard, "basic URL parser"), and attributes of HTML are often wrapped.
   */
  private static String cleaned(String written) {
    String trimmed = written.trim();
    if (trimmed.indexOf('\t') < 0 && trimmed.indexOf('\n') < 0 && trimmed.indexOf('\r') < 0) {
      return trimmed;
    }
    return trimmed.replace("\t", "").replace("\n", "").replace("\r", "");
  }
}
