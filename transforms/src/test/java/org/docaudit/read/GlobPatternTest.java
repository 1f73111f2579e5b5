package org.docaudit.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobPatternTest {
  private static final Skip SKIP = new Skip(SkipReason.GITIGNORE, null);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // Names at any depth.
        "a.md a.md true",
        "a.md x/a.md true",
        "a.md x/ba.md false",
        "*.md x/y/a.md true",
        "*.md a.mdx false",
        "a* x/abc true",
        "?.md x/a.md true",
        "?.md ab.md false",
        "?.md ü.md true",
        "?.md 😀.md true",
        // Bound to the base.
        "/a.md a.md true",
        "/a.md x/a.md false",
        "x/a.md x/a.md true",
        "x/a.md y/x/a.md false",
        "x/*.md x/a.md true",
        "x/*.md x/y/a.md false",
        // Any folders.
        "**/a.md a.md true",
        "**/a.md x/y/a.md true",
        "**/x/a.md z/y/x/x/a.md true",
        "x/** x/y/a.md true",
        "x/** x false",
        "x/**/a.md x/a.md true",
        "x/**/a.md x/y/z/a.md true",
        "x/**/a.md xa.md false",
        "**/**/a.md x/a.md true",
        "x/**/y/**/a.md x/1/y/2/y/3/a.md true",
        // Not any folders: no whole segment.
        "x**/a.md xyz/a.md true",
        "y/x*z**/a.md y/xz/u/a.md false",
        "a**b acccb true",
        // Sets.
        "[ab].md b.md true",
        "[!ab].md b.md false",
        "[^ab].md c.md true",
        "[a-c].md b.md true",
        "[]].md ].md true",
        "[]-].md -.md true",
        "[[:digit:]].md 7.md true",
        "[[:upper:]].md a.md false",
        "x[!a]y x/y false",
        "[ä-ü].md ö.md true",
        // Escapes.
        "\\a.md a.md true",
        "\\*.md *.md true",
        "\\*.md a.md false",
        "\\!a.md !a.md true",
        "\\#a.md #a.md true",
        // Malformed: never.
        "[ab [ab false",
        "a\\ a\\ false",
        "[[:word:]] a false",
        "a// a false",
      })
  void matchesAsGitDoes(String pattern, String path, boolean matches) {
    assertEquals(matches, matches(pattern, path, false));
  }

  private static boolean matches(String pattern, String path, boolean folder) {
    int name = path.lastIndexOf('/') + 1;
    return GlobPattern.parse(pattern, SKIP)
        .map(glob -> glob.matches(path, 0, name, folder))
        .orElse(false);
  }

  @Test
  void aSlashAtTheEndMeansFolders() {
    assertEquals(true, matches("a/", "x/a", true));
    assertEquals(false, matches("a/", "x/a", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "!", "!/", "[", "\\", "[a-", "[[:", "[[:x:]"})
  void patternsThatNeverMatchAreDropped(String pattern) {
    assertEquals(true, GlobPattern.parse(pattern, SKIP).isEmpty());
  }

  @Test
  void readsFilesOfPatternsLineByLine() {
    String content =
        "\uFEFFfirst.md\n# comment\n\n   \nspaces.md   \nkept\\ \r\n!back.md\n\\#hash.md\nlast.md";
    PatternList list = PatternList.ofFile("d/.gitignore", content.getBytes(UTF_8), SKIP.reason());
    assertEquals("d/.gitignore:1: first.md", rule(list, "first.md"));
    assertEquals("d/.gitignore:5: spaces.md", rule(list, "spaces.md"));
    assertEquals("d/.gitignore:6: kept\\ ", rule(list, "kept "));
    assertEquals("d/.gitignore:7: !back.md", rule(list, "back.md"));
    assertEquals("d/.gitignore:8: \\#hash.md", rule(list, "#hash.md"));
    assertEquals("d/.gitignore:9: last.md", rule(list, "last.md"));
    assertEquals(null, list.lastMatch("comment", 0, 0, false));
  }

  private static String rule(PatternList list, String name) {
    GlobPattern match = list.lastMatch(name, 0, 0, false);
    assertNotNull(match, name);
    return match.skip().rule();
  }

  /** A backtracking matcher takes longer than the age of the universe for the first of these. */
  @Test
  void hostilePatternsTakeTimeInProportionToTheirLength() {
    String path = "a".repeat(250) + "/" + "a/".repeat(1500) + "a".repeat(250);
    List<String> patterns =
        List.of(
            "*a".repeat(60) + "b?",
            "x" + "?".repeat(4000),
            "/" + "**/a/".repeat(500) + "b?",
            "/" + "**/*a*/".repeat(400) + "b?",
            "**/".repeat(1300) + "b?",
            "[" + "a-z".repeat(1000) + "]b?",
            "[!" + "b".repeat(3000) + "]*b?");
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String pattern : patterns) {
            assertFalse(matches(pattern, path, false), pattern);
          }
        });
  }

  @Test
  void patternsLongerThanAnyPathNeverMatch() {
    assertEquals(true, GlobPattern.parse("*".repeat(4097), SKIP).isEmpty());
  }

  @Property
  void neverThrows(
      @ForAll @StringLength(max = 30) String pattern, @ForAll @StringLength(max = 30) String path) {
    matches(pattern, path, new Random(pattern.hashCode()).nextBoolean());
  }

  @Property
  void everyPathMatchesItselfEscaped(
      @ForAll @StringLength(min = 1, max = 20) @CharRange(from = '!', to = '~') String name) {
    String path = name.replace('/', '_');
    StringBuilder pattern = new StringBuilder("/");
    path.chars().forEach(c -> pattern.append('\\').append((char) c));
    assertEquals(true, matches(pattern.toString(), path, false));
  }
}
