package org.docaudit.read;

/** A corpus cannot be audited as it was given; the message tells the user why. */
public final class CorpusException extends Exception {
  private static final long serialVersionUID = 1;

  CorpusException(String message) {
    super(message);
  }

  CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
