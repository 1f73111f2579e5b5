package org.docaudit.nativeudf;

/** The kernel could not analyze a batch. It can go on with the next one. */
public final class NativeException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Code {
    /** The record would not fit into a Java buffer. */
    RECORD_TOO_LARGE,
    /** What was passed is no batch of documents. */
    MALFORMED_BATCH,
    /** What was passed is not what the native method takes. */
    ARGUMENTS,
    /** The JVM refused what the library asked of it. */
    JNI,
    /** The kernel panicked. The message says where. */
    PANIC,
    /** The documents do not fit into one direct buffer, or there is no memory for it. */
    BATCH_TOO_LARGE
  }

  private final Code code;

  /** Called by the library, which knows the codes by their numbers. */
  NativeException(int code, String message) {
    this(Code.values()[code], message);
  }

  NativeException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** What went wrong. */
  public Code code() {
    return code;
  }
}
