package org.docaudit.analysis.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The tables behind {@link UnicodeTables}, read from a resource of ranges whose head describes its
 * format. Read by hand, once: this stands in the way of every start.
 */
final class UnicodeData {

  static final byte WHITE_SPACE = 1;
  static final byte LETTER = 2;
  static final byte MARK = 4;
  static final byte NUMBER = 8;
  static final byte SLUG = 16;
  static final byte CJK = 32;

  static final int FOLD_BLOCK_BITS = 8;
  private static final int FOLD_BLOCK = 1 << FOLD_BLOCK_BITS;
  private static final int[] NO_FOLDS = new int[FOLD_BLOCK];

  /** The flags of each code point. 1.1 MB, of which a document touches a few pages. */
  final byte[] flags = new byte[Character.MAX_CODE_POINT + 1];

  /** What simple case folding adds to each code point, in blocks, most of them shared. */
  final int[][] foldDeltas = new int[flags.length >> FOLD_BLOCK_BITS][];

  private final byte[] file;
  private int at;

  private UnicodeData(byte[] file) {
    this.file = file;
    Arrays.fill(foldDeltas, NO_FOLDS);
    boolean folding = false;
    while (at < file.length) {
      byte first = file[at];
      if (first == '#') {
        skipLine();
      } else if (first == '[') {
        folding = file[at + 1] == 's';
        skipLine();
      } else {
        readRange(folding);
      }
    }
  }

  static UnicodeData load(String resource) {
    try (InputStream in = UnicodeData.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the class path");
      }
      return new UnicodeData(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }

  private void readRange(boolean folding) {
    int first = readNumber(16);
    int last = first;
    int step = 1;
    if (file[at] == '-') {
      at++;
      last = readNumber(16);
    }
    if (file[at] == '/') {
      at++;
      step = readNumber(10);
    }
    at++;
    if (folding) {
      boolean negative = file[at++] == '-';
      int delta = readNumber(10);
      fold(first, last, step, negative ? -delta : delta);
    } else {
      Arrays.fill(flags, first, last + 1, readFlags());
    }
    skipLine();
  }

  private int readNumber(int radix) {
    int number = 0;
    for (int digit = digit(file[at]); digit >= 0; digit = digit(file[++at])) {
      number = number * radix + digit;
    }
    return number;
  }

  private static int digit(byte b) {
    return b >= '0' && b <= '9' ? b - '0' : b >= 'A' && b <= 'F' ? b - 'A' + 10 : -1;
  }

  private byte readFlags() {
    int read = 0;
    for (; file[at] > ' '; at++) {
      read |=
          switch (file[at]) {
            case 'W' -> WHITE_SPACE;
            case 'L' -> LETTER;
            case 'M' -> MARK;
            case 'N' -> NUMBER;
            case 'S' -> SLUG;
            case 'C' -> CJK;
            default -> throw new IllegalStateException("unknown property " + (char) file[at]);
          };
    }
    return (byte) read;
  }

  private void fold(int first, int last, int step, int delta) {
    for (int codePoint = first; codePoint <= last; codePoint += step) {
      int block = codePoint >> FOLD_BLOCK_BITS;
      if (foldDeltas[block] == NO_FOLDS) {
        foldDeltas[block] = new int[FOLD_BLOCK];
      }
      foldDeltas[block][codePoint & (FOLD_BLOCK - 1)] = delta;
    }
  }

  private void skipLine() {
    while (file[at++] != '\n') {}
  }
}
