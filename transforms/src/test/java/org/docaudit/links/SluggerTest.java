package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected anchors are those that GitHub itself gives. */
class SluggerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Getting Started                | getting-started
          camelCase                      | camelcase
          before - after                 | before---after
          before -- after                | before----after
          A _ under_score                | a-_-under_score
          What's new?                    | whats-new
          v1.2.3 (beta)                  | v123-beta
          C++ & C#                       | c--c
          a/b\\c                          | abc
          `code` here                    | code-here
          foo.bar(a, [b])                | foobara-b
          I ♥ it                         | i--it
          en–dash                        | endash
          🚀 Launch                      | -launch
          :rocket: Launch                | rocket-launch
          Überschrift ÄÖ                 | überschrift-äö
          Привет мир                     | привет-мир
          你好 世界                        | 你好-世界
          日本語、テスト                    | 日本語テスト
          हिन्दी                            | हिन्दी
          e\u0301te\u0301                | e\u0301te\u0301
          x² and ½                       | x-and-
          Ⅷ                              | ⅷ
          Ⓐ                              | ⓐ
          ٣ times                        | ٣-times
          a‿b                            | a‿b
          non\u00a0breaking              | nonbreaking
          zero\u200bwidth\u200djoiner    | zerowidthjoiner
          tab\tstop                      | tabstop
          -dash-                         | -dash-
          ???                            | ''
          """)
  void slugs(String heading, String anchor) {
    assertEquals(anchor, Slugger.slug(heading));
  }

  @Test
  void spacesAreNotCollapsedOrTrimmed() {
    assertEquals("--a---b-", Slugger.slug("  a   b "));
  }

  @Test
  void repeatedAnchorsAreNumbered() {
    assertAnchors(List.of("a", "A", "a!"), List.of("a", "a-1", "a-2"));
  }

  @Test
  void numbersAvoidOtherHeadings() {
    assertAnchors(
        List.of("echo", "echo", "echo 1", "echo-1", "echo"),
        List.of("echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"));
    assertAnchors(List.of("fox-1", "fox", "fox"), List.of("fox-1", "fox", "fox-2"));
    assertAnchors(List.of("?", "!", "..."), List.of("", "-1", "-2"));
  }

  @Test
  void explicitAnchorsDoNotCount() {
    Slugger slugger = new Slugger();
    assertEquals("a", slugger.anchor("b", "a"));
    assertEquals("a", slugger.anchor("a", null));
    assertEquals("a-1", slugger.anchor("a", null));
  }

  @Test
  void manyEqualAndCollidingHeadings() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          Slugger slugger = new Slugger();
          for (int i = 1; i < 100_000; i++) {
            slugger.anchor("a-" + i);
          }
          assertEquals("a", slugger.anchor("a"));
          assertEquals("a-100000", slugger.anchor("a"));
          for (int i = 0; i < 100_000; i++) {
            slugger.anchor("a");
          }
          assertEquals("a-200001", slugger.anchor("a"));
        });
  }

  @Property
  void anchorsAreDistinct(
      @ForAll @Size(max = 30)
          List<@StringLength(max = 4) @CharRange(from = '1', to = '2') String> headings) {
    Slugger slugger = new Slugger();
    Set<String> seen = new HashSet<>();
    for (String heading : headings) {
      assertTrue(seen.add(slugger.anchor(heading.replace('2', '-'))));
    }
  }

  private static void assertAnchors(List<String> headings, List<String> anchors) {
    Slugger slugger = new Slugger();
    assertEquals(anchors, Stream.of(headings.toArray(String[]::new)).map(slugger::anchor).toList());
  }
}
