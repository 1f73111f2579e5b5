package org.docaudit.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "tilte, title other, title",
    "tilte, title tile other, tile", // both at distance 1, so the order decides
    "titel, tidy title, title",
    "Title, title TITLE, TITLE",
    "title, TITLE title, title",
    "outpt, output input, output",
    "no, on yes, on",
    "x, y z, ''",
    "x, X, X",
    "ab, cd, ''",
    "include, exclude, exclude",
    "status, author, ''",
    "unrelated, title, ''",
    "installation, instalation installing, instalation",
    "ΣΟΦΟΣ, σοφος, σοφος",
  })
  void nearest(String name, String candidates, String expected) {
    List<String> list = new ArrayList<>(List.of(candidates.split(" ", -1)));
    Optional<String> wanted = expected.isEmpty() ? Optional.empty() : Optional.of(expected);
    assertEquals(wanted, NearestName.of(name, list));
    Collections.reverse(list);
    assertEquals(wanted, NearestName.of(name, list));
  }

  @Test
  void noCandidates() {
    assertEquals(Optional.empty(), NearestName.of("title", List.of()));
    assertEquals(Optional.empty(), NearestName.of("", List.of("a")));
  }

  @Test
  void longNamesMatchButForCaseOnly() {
    String name = "a".repeat(100_000);
    assertEquals(
        Optional.of("A".repeat(100_000)),
        NearestName.of(name, List.of("A".repeat(100_000), "a".repeat(99_999))));
    assertEquals(Optional.empty(), NearestName.of(name, List.of("b" + "a".repeat(99_999))));
  }

  @Test
  void manyCandidates() {
    List<String> candidates =
        IntStream.range(0, 1_000_000).mapToObj(i -> "candidate-number-" + i).toList();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertEquals(
                Optional.of("candidate-number-77777"),
                NearestName.of("candiate-number-77777", candidates)));
  }

  @Property
  void orderOfCandidatesDoesNotMatter(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String name,
      @ForAll @Size(max = 20)
          List<@StringLength(max = 8) @CharRange(from = 'a', to = 'd') String> candidates,
      @ForAll long seed) {
    List<String> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(NearestName.of(name, candidates), NearestName.of(name, shuffled));
  }

  @Property
  void bandedDistanceIsTheWholeTablesDistance(
      @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'c') String left,
      @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'c') String right) {
    EditDistance distance = new EditDistance();
    int expected = wholeTable(left, right);
    for (int bound = 0; bound <= 4; bound++) {
      assertEquals(
          Math.min(expected, bound + 1),
          distance.within(
              bound, left.toCharArray(), left.length(), right.toCharArray(), right.length()));
    }
  }

  private static int wholeTable(String left, String right) {
    int[][] cells = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cells[i][j] = i + j;
          continue;
        }
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cells[i - 1][j], cells[i][j - 1]) + 1;
        least = Math.min(least, cells[i - 1][j - 1] + replaced);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          least = Math.min(least, cells[i - 2][j - 2] + 1);
        }
        cells[i][j] = least;
      }
    }
    return cells[left.length()][right.length()];
  }
}
