package org.docaudit.analysis.text;

/**
 * Counts words of prose that comes in pieces.
 *
 * <p>A word is a maximal run of characters that are not White_Space, except that each Chinese or
 * Japanese character ({@link UnicodeTables#isCjk}) is a word of its own, as in word processors, and
 * ends the run before it. What is left of a run beside such a character is a word only if it holds
 * a letter or a number: {@code 漢字。} are two words, {@code Java言語} three, {@code —} one. This is
 * decided character by character, never for a document as a whole.
 *
 * <p>Pieces join: {@code add("a"); add("b")} is one word, unless {@link #boundary} stands between.
 * Linear, constant memory; not safe for threads.
 */
public final class ProseWords {

  private static final int ENDS_RUN = UnicodeData.WHITE_SPACE | UnicodeData.CJK;

  /** The run since the last white space, boundary or CJK character holds a letter or a number. */
  private static final int WORDY = UnicodeData.LETTER | UnicodeData.NUMBER;

  /** That run is not empty. */
  private static final int OPEN = 1 << 8;

  /** A CJK character stands before it. */
  private static final int AFTER_CJK = 1 << 9;

  private long ended;

  /** The bits above, and the properties of all characters of the run. */
  private int run;

  /** Adds a piece. A piece does not end amid a surrogate pair. */
  public void add(CharSequence text) {
    long words = ended;
    int state = run;
    int length = text.length();
    int index = 0;
    while (index < length) {
      int codePoint = text.charAt(index++);
      if (Character.isHighSurrogate((char) codePoint) && index < length) {
        codePoint = Character.codePointAt(text, --index);
        index += Character.charCount(codePoint);
      }
      int flags = UnicodeTables.flags(codePoint);
      if ((flags & ENDS_RUN) == 0) {
        state |= flags | OPEN;
      } else if ((flags & UnicodeData.CJK) == 0) {
        words += isWord(state) ? 1 : 0;
        state = 0;
      } else {
        words += (state & WORDY) == 0 ? 1 : 2;
        state = AFTER_CJK;
      }
    }
    ended = words;
    run = state;
  }

  /** Ends the word that the last piece left open. Harmless where there is none. */
  public void boundary() {
    ended = count();
    run = 0;
  }

  /** The words so far, one that the last piece left open included. */
  public long count() {
    return isWord(run) ? ended + 1 : ended;
  }

  private static boolean isWord(int run) {
    return (run & OPEN) != 0 && ((run & WORDY) != 0 || (run & AFTER_CJK) == 0);
  }
}
