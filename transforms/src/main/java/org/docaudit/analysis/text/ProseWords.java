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

  private long ended;

  /** There is a run since the last white space, boundary, or CJK character. */
  private boolean open;

  private boolean openHasLetterOrNumber;
  private boolean openFollowsCjk;

  /** Adds a piece. A piece does not end amid a surrogate pair. */
  public void add(CharSequence text) {
    int length = text.length();
    int index = 0;
    while (index < length) {
      int codePoint = Character.codePointAt(text, index);
      index += Character.charCount(codePoint);
      if (UnicodeTables.isWhiteSpace(codePoint)) {
        boundary();
      } else if (UnicodeTables.isCjk(codePoint)) {
        if (open && openHasLetterOrNumber) {
          ended++;
        }
        ended++;
        open = false;
        openHasLetterOrNumber = false;
        openFollowsCjk = true;
      } else {
        open = true;
        openHasLetterOrNumber |= UnicodeTables.isLetterOrNumber(codePoint);
      }
    }
  }

  /** Ends the word that the last piece left open. Harmless where there is none. */
  public void boundary() {
    ended = count();
    open = false;
    openHasLetterOrNumber = false;
    openFollowsCjk = false;
  }

  /** The words so far, one that the last piece left open included. */
  public long count() {
    return open && (openHasLetterOrNumber || !openFollowsCjk) ? ended + 1 : ended;
  }
}
