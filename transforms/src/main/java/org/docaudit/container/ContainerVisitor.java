package org.docaudit.container;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Rule;

/**
 * Takes what a scan finds, in the order of the container. Members are numbered from 1; the number 0
 * stands for the container itself.
 */
public interface ContainerVisitor {

  /**
   * A member with content.
   *
   * @param name as it stands in the container; untrusted
   * @param record whether it is a record with a text, and not a file
   * @param bytes of the content, for a record about
   * @throws MemberException to end the scan
   */
  void content(long number, String name, boolean record, long bytes, Position position)
      throws MemberException;

  /**
   * A file that is known to exist, without content.
   *
   * @param name as it stands in the container; untrusted
   * @param reason why the document of this name was left out when the corpus was packed, an
   *     identifier; null where it is no document
   * @param rule that left it out, in words, or null
   * @throws MemberException to end the scan
   */
  void mention(long number, String name, @Nullable String reason, @Nullable String rule)
      throws MemberException;

  /** Something that could not be read; the message is for people. */
  void problem(long number, Rule rule, String message);
}
