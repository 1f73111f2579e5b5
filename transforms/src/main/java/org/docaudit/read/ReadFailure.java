package org.docaudit.read;

import org.docaudit.model.Finding;
import org.docaudit.model.Rule;

/** A listed document could not be read; the message is for people and names no path. */
public final class ReadFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Rule rule;

  ReadFailure(Rule rule, String message) {
    // Expected, and told by its rule: no stack trace.
    super(message, null, false, false);
    this.rule = rule;
  }

  /**
   * One of {@code document/too-large}, {@code document/unreadable}, {@code document/vanished}, or
   * of those in {@code corpus/…}.
   */
  public Rule rule() {
    return rule;
  }

  /** The finding to report on the document. */
  public Finding finding() {
    return Finding.ofDocument(rule, getMessage());
  }
}
