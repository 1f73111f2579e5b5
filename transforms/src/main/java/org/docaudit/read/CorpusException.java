package org.docaudit.read;

import java.io.IOException;

/** A corpus cannot be audited as it was given; the message tells the user why. */
public final class CorpusException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean unavailable;

  CorpusException(String message) {
    this(message, null);
  }

  CorpusException(String message, Throwable cause) {
    super(message, cause);
    this.unavailable = cause instanceof StoreUnavailableException;
  }

  static CorpusException unreadable(String given, IOException cause) {
    return new CorpusException(unreadable(given, IoMessages.of(cause)), cause);
  }

  static CorpusException unreadable(String given, IllegalArgumentException cause) {
    return new CorpusException(unreadable(given, cause.getMessage()), cause);
  }

  private static String unreadable(String given, String why) {
    return "the corpus '" + given + "' cannot be read: " + why;
  }

  /** Whether the corpus may be there, but its store cannot be reached. */
  public boolean unavailable() {
    return unavailable;
  }
}
