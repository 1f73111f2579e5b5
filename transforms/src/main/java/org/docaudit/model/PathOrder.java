package org.docaudit.model;

import java.util.Comparator;

/**
 * Orders paths by their UTF-8 bytes, as {@code LC_ALL=C sort} does: by code points, where {@link
 * String#compareTo} puts U+10000 and above before U+E000.
 */
public enum PathOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
        return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
