package org.docaudit.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.checkerframework.checker.nullness.qual.Nullable;

/** Writes a corpus path as a target that one document can use for it. */
public final class RelativeTarget {

  /**
   * Characters that stay as they are in a Markdown target: of those of a path or fragment (RFC
   * 3986, "pchar") all but parentheses, which Markdown counts, and the ampersand, which begins
   * entities.
   */
  private static final String LITERAL = "-._~!$'*+,;=:@/";

  private static final String HASH = "%23";
  private static final String PERCENT = "%25";

  private RelativeTarget() {}

  /**
   * The target relative to a document.
   *
   * @param source corpus path of the document that has the link
   * @param path corpus path; a folder's ends in a slash
   * @param fragment as it stands in the document that it leads into, or null
   */
  public static String of(String source, String path, @Nullable String fragment) {
    String anchor = fragment == null || fragment.isEmpty() ? "" : "#" + encoded(fragment);
    if (path.equals(source) && !anchor.isEmpty()) {
      return anchor;
    }
    int common = commonFolder(source, path);
    StringBuilder target = new StringBuilder();
    for (int i = common; i < source.length(); i++) {
      if (source.charAt(i) == '/') {
        target.append("../");
      }
    }
    String rest = path.substring(common);
    if (target.isEmpty() && rest.isEmpty()) {
      target.append("./");
    } else if (target.isEmpty() && rest.indexOf(':') >= 0) {
      // A colon in the first segment would be read as a scheme (RFC 3986, section 4.2).
      target.append("./");
    }
    return target.append(encoded(rest)).append(anchor).toString();
  }

  /**
   * The target relative to a document.
   *
   * @param source corpus path of the document that has the link
   * @param destination as {@link #destination} writes it
   */
  public static String of(String source, String destination) {
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    return of(
        source,
        path.replace(HASH, "#").replace(PERCENT, "%"),
        hash < 0 ? null : destination.substring(hash + 1));
  }

  /**
   * A corpus path with its fragment as one text, which travels until the document is known that it
   * is written in. A {@code #} of the path is encoded, or the fragment would begin there.
   */
  static String destination(String path, @Nullable String fragment) {
    return shown(path.replace("%", PERCENT).replace("#", HASH), fragment);
  }

  /** A path with its fragment, as people write it. */
  public static String shown(String path, @Nullable String fragment) {
    return fragment == null || fragment.isEmpty() ? path : path + "#" + fragment;
  }

  /** A path or fragment with all that has a meaning of its own in a target percent-encoded. */
  public static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c > 0x9F || Character.isLetterOrDigit(c) || LITERAL.indexOf(c) >= 0) {
                encoded.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(UTF_8)) {
                  encoded.append('%').append(String.format("%02X", b & 0xFF));
                }
              }
            });
    return encoded.toString();
  }

  /** Length of the longest folder, slash included, that both paths lie in. */
  private static int commonFolder(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int folder = 0;
    for (int i = 0; i < length && a.charAt(i) == b.charAt(i); i++) {
      if (a.charAt(i) == '/') {
        folder = i + 1;
      }
    }
    return folder;
  }
}
