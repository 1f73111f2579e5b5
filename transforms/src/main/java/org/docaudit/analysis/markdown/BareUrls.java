package org.docaudit.analysis.markdown;

import java.util.Locale;
import org.docaudit.analysis.text.UnicodeTables;

/**
 * Finds GFM's extended autolinks (spec 0.29-gfm, section 6.9) in a run of source text: a stretch of
 * one line without code, raw HTML, links or images, emphasis markers included.
 *
 * <p>Where GitHub's own cmark-gfm goes further than the specification, this follows cmark-gfm: a
 * host behind a scheme needs no period, quotes at the end are left out, and only a letter before a
 * scheme hinders it. Beyond both, a URL ends before a square bracket or brace that it did not open,
 * before a backslash or backtick at its end, at any Unicode white space, and at the punctuation of
 * Chinese and Japanese, which follows a URL without a space. Backslash escapes and character
 * references are resolved in the target.
 *
 * <p>Linear in the run; stateless but for one scan.
 */
final class BareUrls {

  /** Receives a URL: where it stands in the scanned text and where it leads. */
  interface Sink {
    void url(int start, int end, String target);
  }

  /** Tells runs that can hold a URL from the many that cannot. */
  static final class Candidates {
    private final Occurrences schemes;
    private final Occurrences hosts;
    private final Occurrences addresses;

    Candidates(String text) {
      schemes = new Occurrences(text, "://");
      hosts = new Occurrences(text, "www.");
      addresses = new Occurrences(text, "@");
    }

    boolean within(int start, int end) {
      return schemes.within(start, end) || hosts.within(start, end) || addresses.within(start, end);
    }
  }

  /** cmark-gfm accepts underscores at the end of hosts with more labels than this. */
  private static final int LONG_HOST = 10;

  private final String text;
  private final int start;
  private final int end;
  private final Sink sink;

  private BareUrls(String text, int start, int end, Sink sink) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.sink = sink;
  }

  /** Scans {@code text[start, end)}; what stands before start is looked at as context. */
  static void scan(String text, int start, int end, Sink sink) {
    new BareUrls(text, start, end, sink).scan();
  }

  private void scan() {
    int consumed = start;
    int index = start;
    while (index < end) {
      int next = -1;
      switch (text.charAt(index)) {
        case ':' -> next = atScheme(index, consumed);
        case 'w' -> next = atWww(index);
        case '@' -> next = atAddress(index, consumed);
        default -> {}
      }
      if (next > 0) {
        consumed = next;
        index = next;
      } else {
        index++;
      }
    }
  }

  private int atScheme(int colon, int consumed) {
    if (!text.startsWith("://", colon) || colon + 3 >= end) {
      return -1;
    }
    int scheme = colon;
    while (scheme > consumed && Escapes.isAsciiLetter(text.charAt(scheme - 1))) {
      scheme--;
    }
    String name = text.substring(scheme, Math.min(colon, scheme + 6)).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https") && !name.equals("ftp")) {
      return -1;
    }
    if (scheme == start && start > 0 && Escapes.isAsciiLetter(text.charAt(start - 1))) {
      return -1;
    }
    int host = colon + 3;
    int hostEnd = hostEnd(host, false);
    return hostEnd < 0 ? -1 : emit(scheme, hostEnd, "");
  }

  private int atWww(int index) {
    if (!text.startsWith("www.", index) || index + 4 >= end) {
      return -1;
    }
    if (index > 0) {
      char before = text.charAt(index - 1);
      if ("*_~(".indexOf(before) < 0 && !UnicodeTables.isWhiteSpace(before)) {
        return -1;
      }
    }
    int hostEnd = hostEnd(index, true);
    return hostEnd < 0 || hostEnd <= index + 4 ? -1 : emit(index, hostEnd, "http://");
  }

  /** Index behind a valid domain that begins here, or -1. */
  private int hostEnd(int from, boolean periodNeeded) {
    int periods = 0;
    int underscoresBefore = 0;
    int underscores = 0;
    int index = from;
    while (index < end) {
      int c = text.codePointAt(index);
      if (c == '_') {
        underscores++;
      } else if (c == '.') {
        underscoresBefore = underscores;
        underscores = 0;
        periods++;
      } else if (c != '-' && !UnicodeTables.isLetterOrNumber(c)) {
        break;
      }
      index += Character.charCount(c);
    }
    boolean named = index > from && text.charAt(from) != '.' && text.charAt(from) != '-';
    boolean underscored = (underscores > 0 || underscoresBefore > 0) && periods <= LONG_HOST;
    return !named || underscored || (periodNeeded && periods == 0) ? -1 : index;
  }

  private int emit(int from, int hostEnd, String prefix) {
    int to = hostEnd;
    int round = 0;
    int square = 0;
    int curly = 0;
    while (to < end) {
      char c = text.charAt(to);
      if (c == '<' || UnicodeTables.isWhiteSpace(c) || isCjkPunctuation(c)) {
        break;
      }
      if (c == '(') {
        round++;
      } else if (c == ')') {
        round--;
      } else if (c == '[') {
        square++;
      } else if (c == '{') {
        curly++;
      } else if ((c == ']' && --square < 0) || (c == '}' && --curly < 0)) {
        break;
      }
      to++;
    }
    to = trimEnd(from, to, -round);
    if (to <= from) {
      return -1;
    }
    sink.url(from, to, prefix + Escapes.unescape(text.substring(from, to)));
    return to;
  }

  /**
   * @param surplus closing parentheses beyond the opening ones
   */
  private int trimEnd(int from, int to, int surplus) {
    int last = to;
    int closing = surplus;
    while (last > from) {
      char c = text.charAt(last - 1);
      if (c == ')') {
        if (closing <= 0) {
          break;
        }
        closing--;
        last--;
      } else if (c == ';') {
        last = beforeReference(from, last);
      } else if ("?!.,:*_~'\"`\\".indexOf(c) >= 0) {
        last--;
      } else {
        break;
      }
    }
    return last;
  }

  /** What ends like a character reference is left out whole, any other semicolon alone. */
  private int beforeReference(int from, int to) {
    int letters = to - 1;
    while (letters > from && Escapes.isAsciiAlphanumeric(text.charAt(letters - 1))) {
      letters--;
    }
    boolean reference = letters > from && letters < to - 1 && text.charAt(letters - 1) == '&';
    return reference ? letters - 1 : to - 1;
  }

  private int atAddress(int at, int consumed) {
    int local = at;
    while (local > consumed && isLocal(text.charAt(local - 1))) {
      local--;
    }
    if (local == at) {
      return -1;
    }
    int index = at + 1;
    int periods = 0;
    while (index < end) {
      char c = text.charAt(index);
      boolean period =
          c == '.' && index + 1 < end && Escapes.isAsciiAlphanumeric(text.charAt(index + 1));
      if (!period && !Escapes.isAsciiAlphanumeric(c) && c != '-' && c != '_') {
        break;
      }
      periods += period ? 1 : 0;
      index++;
    }
    if (periods == 0 || text.charAt(index - 1) == '-' || text.charAt(index - 1) == '_') {
      return -1;
    }
    String address = text.substring(local, index);
    for (String scheme : new String[] {"mailto:", "xmpp:"}) {
      int from = local - scheme.length();
      if (from >= consumed && text.startsWith(scheme, from)) {
        sink.url(from, index, scheme + address);
        return index;
      }
    }
    sink.url(local, index, "mailto:" + address);
    return index;
  }

  /** CJK symbols and punctuation, and the fullwidth forms that are neither letter nor digit. */
  private static boolean isCjkPunctuation(char c) {
    return (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF0F)
        || (c >= 0xFF1A && c <= 0xFF20)
        || (c >= 0xFF3B && c <= 0xFF40)
        || (c >= 0xFF5B && c <= 0xFF65);
  }

  private static boolean isLocal(char c) {
    return Escapes.isAsciiAlphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+';
  }
}
