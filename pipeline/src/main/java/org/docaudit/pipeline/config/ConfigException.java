package org.docaudit.pipeline.config;

/** A configuration that cannot be used; the message says what is wrong and, in files, where. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
