package org.docaudit.pipeline.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a line of a document can be looked at, such as {@code
 * https://example.org/blob/main/{path}?plain=1#L{line}}.
 *
 * @param template URL with {@code {path}}, which stands for the document's path in its git
 *     repository, or in the corpus where there is none, and perhaps {@code {line}} and {@code
 *     {column}}
 */
public record SourceUrl(String template) {

  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s\"<>]+");
  private static final Pattern SCRIPT =
      Pattern.compile("(javascript|vbscript|data):.*", Pattern.CASE_INSENSITIVE);
  private static final String PATH = "{path}";

  public SourceUrl {
    if (!URL.matcher(template).matches()
        || SCRIPT.matcher(template).matches()
        || !template.contains(PATH)) {
      throw new IllegalArgumentException(
          "expected a URL with {path}, such as https://host/{path}#L{line}, found '%s'"
              .formatted(template));
    }
  }

  /**
   * The one that continuous integration tells: GitHub Actions and GitLab name the repository and
   * the commit in their variables.
   */
  public static Optional<SourceUrl> of(Map<String, String> environment) {
    if (environment.containsKey("GITHUB_REPOSITORY") && environment.containsKey("GITHUB_SHA")) {
      return Optional.of(
          new SourceUrl(
              "%s/%s/blob/%s/{path}?plain=1#L{line}"
                  .formatted(
                      environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com"),
                      environment.get("GITHUB_REPOSITORY"),
                      environment.get("GITHUB_SHA").toLowerCase(Locale.ROOT))));
    }
    if (environment.containsKey("CI_PROJECT_URL") && environment.containsKey("CI_COMMIT_SHA")) {
      return Optional.of(
          new SourceUrl(
              "%s/-/blob/%s/{path}?plain=1#L{line}"
                  .formatted(environment.get("CI_PROJECT_URL"), environment.get("CI_COMMIT_SHA"))));
    }
    return Optional.empty();
  }

  /**
   * The URL of a document.
   *
   * @param path percent-encoded; the line and the column are still to be filled in
   */
  public String of(String path) {
    return template.replace(PATH, path);
  }
}
