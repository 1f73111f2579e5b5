package org.docaudit.read;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The order of paths everywhere in docaudit: by the bytes of their UTF-8 form, as {@code LC_ALL=C
 * sort} orders them. That is the order of code points, which {@link String#compareTo} is not: it
 * puts U+E000 to U+FFFF after the supplementary characters.
 */
public enum PathOrder implements Comparator<String>, Serializable {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean highX = Character.isSurrogate(x);
        return highX == Character.isSurrogate(y) ? x - y : highX ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
