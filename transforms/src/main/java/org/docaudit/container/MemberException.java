package org.docaudit.container;

import java.io.IOException;
import org.docaudit.model.Rule;

/** What is wrong with a member or with a whole container, as a finding says it. */
public final class MemberException extends IOException {
  private static final long serialVersionUID = 1;

  private final Rule rule;

  public MemberException(Rule rule, String message) {
    super(message);
    this.rule = rule;
  }

  static MemberException invalid(String message) {
    return new MemberException(Rule.CORPUS_INVALID_MEMBER, message);
  }

  static MemberException changed() {
    return new MemberException(
        Rule.DOCUMENT_VANISHED, "the packed corpus has changed since it was listed");
  }

  public Rule rule() {
    return rule;
  }
}
