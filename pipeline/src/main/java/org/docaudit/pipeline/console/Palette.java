package org.docaudit.pipeline.console;

import org.docaudit.model.Severity;

/** ANSI colours, or none. Text that is coloured must have its final width already. */
public enum Palette {
  PLAIN,
  ANSI;

  static Palette of(boolean coloured) {
    return coloured ? ANSI : PLAIN;
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> wrap("31", text);
      case WARNING -> wrap("33", text);
      case INFO -> wrap("36", text);
    };
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
