package org.docaudit.nativeudf;

/** There is no native kernel in this process. The message says why, without the stack. */
public final class NativeUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean absent;

  /**
   * @param absent whether nothing is wrong: the build is pure Java, at least for this platform
   */
  public NativeUnavailableException(String message, boolean absent) {
    super(message);
    this.absent = absent;
  }

  NativeUnavailableException(String message) {
    this(message, false);
  }

  NativeUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.absent = false;
  }

  /** Whether nothing is wrong: the build is pure Java, at least for this platform. */
  public boolean isAbsent() {
    return absent;
  }
}
