package org.docaudit.read;

import java.io.Serializable;
import java.util.Objects;
import org.docaudit.model.Rule;

/**
 * Something that the listing had to leave out against its will, such as an unreadable folder.
 *
 * @param path corpus path; a folder's ends in {@code /}, and the root's own may be empty; for a
 *     packed corpus its file name, and of a member of it {@code #} and the member's number, from 1
 * @param rule of the finding that it gives
 * @param message one sentence for people, without the path
 */
public record ListingProblem(String path, Rule rule, String message) implements Serializable {

  public ListingProblem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
  }

  /** A file or folder that cannot be read. */
  public ListingProblem(String path, String message) {
    this(path, Rule.DOCUMENT_UNREADABLE, message);
  }
}
