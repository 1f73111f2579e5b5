package org.docaudit.analysis;

/** The engine that was demanded is not there. The message says why. */
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause whose message says why
   */
  public EngineUnavailableException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
