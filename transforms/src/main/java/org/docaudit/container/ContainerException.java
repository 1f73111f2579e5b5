package org.docaudit.container;

/** A packed corpus cannot be read as it was asked for; the message tells the user why. */
public final class ContainerException extends Exception {
  private static final long serialVersionUID = 1;

  ContainerException(String message) {
    super(message);
  }
}
