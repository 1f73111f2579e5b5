package org.docaudit.nativeudf;

/** There is no native kernel in this process. The message says why, without the stack. */
public final class NativeUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  NativeUnavailableException(String message) {
    super(message);
  }

  NativeUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
