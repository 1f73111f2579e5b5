package org.docaudit.links;

import java.util.regex.Pattern;

/**
 * Whether the part of a URL that names a host surely cannot work. Deliberately lenient: what
 * browsers mend (spaces in paths, other alphabets) and what documentation writes as a placeholder
 * ({@code http://HOST.example:{port}/}) is accepted.
 */
final class Authority {
  private static final int MAX_PORT = 65_535;
  private static final String PLACEHOLDERS = "{}<>$*\u2026";
  private static final Pattern PORT_WORD = Pattern.compile(":\\p{L}[\\p{L}_-]*");
  private static final Pattern PORT = Pattern.compile("(?i):(.*[_-])?port([_-].*)?");

  /** RFC 2606. */
  private static final Pattern EXAMPLE_HOST =
      Pattern.compile("(?i)(.+\\.)?(example\\.(com|net|org)|example|test|invalid|localhost)");

  private Authority() {}

  /**
   * @param url with its scheme
   * @param start index behind the scheme's colon
   */
  static boolean isValid(String url, int start) {
    int from = start;
    while (from < url.length() && isSlash(url.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < url.length() && !isSlash(url.charAt(to)) && "?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    for (int i = from; i < to; i++) {
      if (PLACEHOLDERS.indexOf(url.charAt(i)) >= 0) {
        return true;
      }
    }
    String hostAndPort = url.substring(from, to);
    hostAndPort = hostAndPort.substring(hostAndPort.lastIndexOf('@') + 1);
    if (hostAndPort.startsWith("[")) {
      int close = hostAndPort.indexOf(']');
      return close > 0
          && isIpv6(hostAndPort.substring(1, close))
          && isPort(hostAndPort.substring(close + 1));
    }
    int colon = hostAndPort.indexOf(':');
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    String port = colon < 0 ? "" : hostAndPort.substring(colon);
    return isHost(host) && (isPort(port) || isPlaceholder(host, port));
  }

  /**
   * Whether a word stands for a port: {@code http://localhost:port}, {@code http://HOST:PORT}. On a
   * host that is on the internet only a word that says so does, as {@code
   * https://github.com:owner/repository} is a slip.
   */
  private static boolean isPlaceholder(String host, String port) {
    return PORT_WORD.matcher(port).matches()
        && (PORT.matcher(port).matches()
            || host.indexOf('.') < 0
            || EXAMPLE_HOST.matcher(host).matches());
  }

  private static boolean isSlash(char letter) {
    return letter == '/' || letter == '\\';
  }

  private static boolean isHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char letter = host.charAt(i);
      if (Character.isWhitespace(letter)
          || Character.isISOControl(letter)
          || (letter == '%' && !Percent.isEncoded(host, i))) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  /** Empty, or a colon and a number; browsers accept a colon alone. */
  private static boolean isPort(String port) {
    if (port.isEmpty()) {
      return true;
    }
    if (port.charAt(0) != ':') {
      return false;
    }
    int number = 0;
    for (int i = 1; i < port.length(); i++) {
      char digit = port.charAt(i);
      if (digit < '0' || digit > '9') {
        return false;
      }
      number = number * 10 + digit - '0';
      if (number > MAX_PORT) {
        return false;
      }
    }
    return true;
  }

  /** RFC 4291, section 2.2: eight groups, or fewer around one {@code ::}; IPv4 at the end. */
  private static boolean isIpv6(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == 8;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    int first = before.isEmpty() ? 0 : groups(before);
    int last = after.isEmpty() ? 0 : groups(after);
    return first >= 0 && !before.contains(".") && last >= 0 && first + last <= 7;
  }

  /** How many 16-bit groups, or -1 where one is malformed. */
  private static int groups(String text) {
    String[] groups = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (groups[i].matches("[0-9A-Fa-f]{1,4}")) {
        count++;
      } else if (i == groups.length - 1 && isIpv4(groups[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }

  private static boolean isIpv4(String text) {
    return text.matches("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  }
}
