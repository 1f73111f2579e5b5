package org.docaudit.container;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The fields of a record that hold a document's path and text.
 *
 * @param path null where the first of the usual names that a container has is meant
 * @param text as {@code path}
 */
public record FieldNames(@Nullable String path, @Nullable String text) implements Serializable {

  /** The usual names. */
  public static final FieldNames USUAL = new FieldNames(null, null);

  /** Names of paths in published datasets, the most telling first. */
  private static final List<String> PATHS =
      List.of(
          PackFields.PATH,
          "file_path",
          "filepath",
          "file",
          "filename",
          "file_name",
          "max_stars_repo_path",
          "id",
          "url");

  private static final List<String> TEXTS =
      List.of(PackFields.TEXT, "content", "contents", "markdown", "body");

  /** Names that a message shows. */
  private static final int SHOWN = 20;

  /**
   * The names in a container.
   *
   * @param seen fields that it has
   * @throws ContainerException where none of these will do
   */
  FieldNames resolve(Collection<String> seen) throws ContainerException {
    return new FieldNames(
        choose("path", "--path-field", path, PATHS, seen),
        choose("text", "--text-field", text, TEXTS, seen));
  }

  private static String choose(
      String what,
      String option,
      @Nullable String wanted,
      List<String> usual,
      Collection<String> seen)
      throws ContainerException {
    List<String> candidates = wanted == null ? usual : List.of(wanted);
    for (String candidate : candidates) {
      if (seen.contains(candidate)) {
        return candidate;
      }
    }
    String names = seen.stream().limit(SHOWN).toList().toString();
    throw new ContainerException(
        "no field '%s' for the %s of a document; its records have the fields %s%s"
                .formatted(
                    String.join("', '", candidates),
                    what,
                    names.substring(1, names.length() - 1),
                    seen.size() > SHOWN ? ", …" : "")
            + (wanted == null ? "; name one with " + option : ""));
  }
}
