package org.docaudit.read;

import java.io.IOException;

/** A store cannot be reached, or turns everything down: this says nothing of a single object. */
public final class StoreUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
