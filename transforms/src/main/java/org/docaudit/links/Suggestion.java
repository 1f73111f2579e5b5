package org.docaudit.links;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target that exists, for a link to one that does not.
 *
 * @param path corpus path; a folder's ends in a slash
 * @param distance how far it is from what was wanted: edited letters of the name or replaced
 *     folders
 */
public record Suggestion(String path, int distance) {
  /**
   * The better of what {@link SameFolderIndex} and {@link SameNameIndex} offer: the smaller
   * distance, and of equal ones the similar name in the same folder, as a slip is likelier than a
   * move.
   */
  public static Optional<Suggestion> better(
      Optional<Suggestion> sameFolder, Optional<Suggestion> sameName) {
    return Stream.concat(sameFolder.stream(), sameName.stream())
        .reduce((left, right) -> right.distance() < left.distance() ? right : left);
  }
}
