package org.docaudit.analysis.markdown;

/** Leaves the reading of a document that exceeds a limit; never leaves this package. */
final class TooComplexException extends RuntimeException {

  private final ExceededLimit limit;

  /** Index into the text that was given to the parser, or -1. */
  private final int index;

  TooComplexException(ExceededLimit limit, int index) {
    super(limit.description(), null, false, false);
    this.limit = limit;
    this.index = index;
  }

  ExceededLimit limit() {
    return limit;
  }

  int index() {
    return index;
  }
}
