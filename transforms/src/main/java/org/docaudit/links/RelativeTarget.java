package org.docaudit.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.checkerframework.checker.nullness.qual.Nullable;

/** Writes a corpus path as a target that one document can use for it. */
public final class RelativeTarget {

  /**
   * Characters that stay as they are in a Markdown target: of those of a path or fragment (RFC
   * 3986, "pchar") all but parentheses, which Markdown counts.
   */
  private static final String LITERAL = "-._~!$&'*+,;=:@/";

  private RelativeTarget() {}

  /**
   * The target relative to a document.
   *
   * @param source corpus path of the document that has the link
   * @param destination corpus path, with {@code #fragment} where one belongs to it
   */
  public static String of(String source, String destination) {
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    StringBuilder fragment = new StringBuilder();
    if (hash >= 0) {
      appendEncoded(fragment.append('#'), destination.substring(hash + 1));
    }
    if (path.equals(source) && hash >= 0) {
      return fragment.toString();
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
    appendEncoded(target, rest);
    return target.append(fragment).toString();
  }

  /** A path with its fragment, as people write it. */
  public static String shown(String path, @Nullable String fragment) {
    return fragment == null || fragment.isEmpty() ? path : path + "#" + fragment;
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

  private static void appendEncoded(StringBuilder target, String text) {
    text.codePoints()
        .forEach(
            c -> {
              if (c > 0x9F || Character.isLetterOrDigit(c) || LITERAL.indexOf(c) >= 0) {
                target.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(UTF_8)) {
                  target.append('%').append(String.format("%02X", b & 0xFF));
                }
              }
            });
  }
}
