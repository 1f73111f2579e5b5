package org.docaudit.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SortedNamesTest {
  @Test
  void findsInAnyCase() {
    SortedNames names = SortedNames.of(List.of("b", "Two", "two", "TWO", "a"));
    assertTrue(names.contains("two"));
    assertFalse(names.contains("tWo"));
    assertEquals(Optional.of("two"), names.inAnyCase("two"));
    assertEquals(Optional.of("TWO"), names.inAnyCase("tWo"));
    assertEquals(Optional.of("TWO"), names.inAnyCase("twO"));
    assertEquals(Optional.of("b"), names.inAnyCase("B"));
    assertEquals(Optional.empty(), names.inAnyCase("c"));
    assertEquals(Optional.empty(), SortedNames.of(List.of()).inAnyCase("c"));
  }

  @Test
  void editsAreFoundAmongManyNames() {
    List<String> many = IntStream.range(0, 50_000).mapToObj(i -> "page-" + i + "-end").toList();
    List<String> shuffled = new ArrayList<>(many);
    Collections.shuffle(shuffled, new Random(3));
    for (SortedNames names : List.of(SortedNames.of(many), SortedNames.of(shuffled))) {
      assertEquals(Optional.of("page-12345-end"), names.nearest("page-12345-edn"));
      assertEquals(Optional.of("page-12345-end"), names.nearest("pgae-12345-end"));
      assertEquals(Optional.of("page-12345-end"), names.nearest("PAGE-12345-END"));
      assertEquals(Optional.of("page-12345-end"), names.nearest("page-12345--end"));
      assertEquals(Optional.empty(), names.nearest("something-else"));
      assertEquals(Optional.empty(), names.nearest("page-12345-end".repeat(20)));
    }
  }

  @Test
  void manyCaseVariantsCostNoMore() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1 << 16; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 16; bit++) {
        name.append(((i >> bit) & 1) == 0 ? 'a' : 'A');
      }
      names.add(name + "1");
    }
    SortedNames sorted = SortedNames.of(names);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            assertEquals(Optional.empty(), sorted.inAnyCase("a".repeat(16) + "2"));
          }
          for (int i = 0; i < 100; i++) {
            assertTrue(sorted.nearest("b" + "a".repeat(15) + "1").isPresent());
          }
        });
  }

  @Property
  void fewNamesAreAllCompared(
      @ForAll @StringLength(max = 5) @Chars({'a', 'b', 'B'}) String name,
      @ForAll @Size(max = 20) List<@StringLength(max = 5) @Chars({'a', 'b', 'B'}) String> names) {
    SortedNames sorted = SortedNames.of(names);
    assertEquals(NearestName.of(name, names), sorted.nearest(name));
    assertEquals(names.contains(name), sorted.contains(name));
    assertEquals(
        names.stream().anyMatch(name::equalsIgnoreCase), sorted.inAnyCase(name).isPresent());
  }
}
