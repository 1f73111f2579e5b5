package org.docaudit.analysis.markdown;

/** Leaves the reading of a document that exceeds a limit; never leaves this package. */
final class TooComplexException extends RuntimeException {

  /** Index into the text that was given to the parser, or -1. */
  private final int index;

  TooComplexException(String limit, int index) {
    super(limit, null, false, false);
    this.index = index;
  }

  int index() {
    return index;
  }
}
