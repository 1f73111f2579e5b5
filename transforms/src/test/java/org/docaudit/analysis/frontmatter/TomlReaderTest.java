package org.docaudit.analysis.frontmatter;

import static org.docaudit.analysis.frontmatter.Documents.json;
import static org.docaudit.analysis.frontmatter.Documents.message;
import static org.docaudit.analysis.frontmatter.Documents.places;
import static org.docaudit.analysis.frontmatter.Documents.toml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          a = "b" # c                          => {"a":"b"}
          a = 'b\\c'⏎b = "x\\ty\\u00E9"        => {"a":"b\\\\c","b":"x\\tyé"}
          a = '''⏎x⏎y'''⏎b = 1                 => {"a":"x\\ny","b":1}
          a = 1_000⏎b = -7⏎c = +0              => {"a":1000,"b":-7,"c":0}
          a = 0xFF⏎b = 0o17⏎c = 0b101          => {"a":255,"b":15,"c":5}
          a = 1.50⏎b = 1e3⏎c = 6.6E-3          => {"a":1.50,"b":1e3,"c":6.6e-3}
          a = inf⏎b = -inf⏎c = nan             => {"a":"Infinity","b":"-Infinity","c":"NaN"}
          a = true⏎b = false                   => {"a":true,"b":false}
          a = 2024-12-31⏎b = "2024-12-31"      => {"a":"2024-12-31","b":"2024-12-31"}
          a = 2024-12-31 23:59:59 # c          => {"a":"2024-12-31 23:59:59"}
          a = 07:32:00                         => {"a":"07:32:00"}
          a = [1, [2, 3],⏎# c⏎4,⏎]             => {"a":[1,[2,3],4]}
          a = { b = 1, c.d = "]" }             => {"a":{"b":1,"c":{"d":"]"}}}
          a.b.c = 1⏎a.b.d = 2                  => {"a":{"b":{"c":1,"d":2}}}
          "a.b" = 1⏎'c d'."e" = 2              => {"a.b":1,"c d":{"e":2}}
          [a]⏎b = 1⏎[a.c]⏎d = 2                => {"a":{"b":1,"c":{"d":2}}}
          [[a]]⏎b = 1⏎[[a]]⏎c = 2⏎[a.d]        => {"a":[{"b":1},{"c":2,"d":{}}]}
          a = 123456789012345678901234567890   => {"a":123456789012345678901234567890}
          # nothing                            => {}
          """)
  void readsValidToml(String content, String expected) {
    ParsedFrontmatter frontmatter = toml(content.replace('⏎', '\n'));
    assertEquals(List.of(), frontmatter.findings());
    assertEquals(expected, json(frontmatter));
  }

  @Test
  void everyKeyAndValueKnowsItsPlace() {
    String content =
        """
        "é" = "😀" # comment
        x.y = [ 1,
          "two", { z = 3 } ]
        [t]
          k = '''
        a = 1
        '''
        d = 2024-01-01
        [[t.list]]
        n = 1
        [[t.list]]
        n = 2
        """;
    List<String> places = new ArrayList<>();
    walk("", toml(content).root(), places);
    assertEquals(
        List.of(
            "é 2:1 = 2:7",
            "x 3:1 = 3:1",
            "x.y 3:3 = 3:7",
            "x.y[0] = 3:9",
            "x.y[1] = 4:3",
            "x.y[2] = 4:10",
            "x.y[2].z 4:12 = 4:16",
            "t 5:2 = 5:2",
            "t.k 6:3 = 6:7",
            "t.d 9:1 = 9:5",
            "t.list 10:5 = 10:5",
            "t.list[0] = 10:1",
            "t.list[0].n 11:1 = 11:5",
            "t.list[1] = 12:1",
            "t.list[1].n 13:1 = 13:5"),
        places);
  }

  private static void walk(String path, FrontmatterNode node, List<String> places) {
    if (node instanceof FrontmatterNode.Mapping mapping) {
      for (FrontmatterNode.Field field : mapping.fields()) {
        String name = path.isEmpty() ? field.name() : path + "." + field.name();
        FrontmatterNode value = field.value();
        places.add(
            name
                + " "
                + field.line()
                + ":"
                + field.column()
                + " = "
                + value.line()
                + ":"
                + value.column());
        walk(name, value, places);
      }
    } else if (node instanceof FrontmatterNode.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        FrontmatterNode item = sequence.items().get(i);
        places.add(path + "[" + i + "] = " + item.line() + ":" + item.column());
        walk(path + "[" + i + "]", item, places);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          a = x                => 2:5  syntax        => not a value of TOML; text must be quoted
          a = 1 b = 2          => 2:7  syntax        => text after the end of the value
          a = 'x'⏎b =          => 3:4  syntax        => a line end is not allowed here; a quote, a bracket or a value may be missing
          a = "😀⏎b = 1        => 2:7  syntax        => a line end is not allowed here; a quote, a bracket or a value may be missing
          a = '␤'⏎b = x   => 3:5  syntax        => not a value of TOML; text must be quoted
          a = 1⏎b = 2⏎"a" = 3  => 4:1  duplicate-key => the key `a` is defined twice; the other is on line 2
          a = {b = 1, b = 2}   => 2:13 duplicate-key => the key `b` is defined twice; the other is on line 2
          [a]⏎b = 1⏎[a]        => 4:2  duplicate-key => the key `a` is defined twice; the other is on line 2
          a = 1⏎[a.b]          => 3:2  duplicate-key => the key `a` is defined twice; the other is on line 2
          a.b = 1⏎a.b.c = 2    => 3:3  duplicate-key => the key `b` is defined twice; the other is on line 2
          [[a]]⏎[a]            => 3:2  duplicate-key => the key `a` is defined twice; the other is on line 2
          """)
  void errorsHaveAPlace(String content, String place, String message) {
    ParsedFrontmatter frontmatter = toml(content.replace('⏎', '\n').replace('␤', '\u2028'));
    assertEquals(List.of(place.replaceAll(" +", " ")), places(frontmatter));
    assertEquals(message, message(frontmatter));
    assertEquals("none", json(frontmatter));
  }

  @Test
  void anyLineEnd() {
    assertEquals(List.of("3:5 syntax"), places(Documents.read("+++\ra = 1\rb = x\r+++\r")));
    assertEquals(List.of("3:5 syntax"), places(Documents.read("+++\r\na = 1\r\nb = x\r\n+++\r\n")));
  }

  @Test
  void depthIsBounded() {
    String deep = "[".repeat(49) + "]".repeat(49);
    assertEquals(List.of(), places(toml("a = " + deep)));
    assertEquals(List.of("2:54 too-complex"), places(toml("a = [" + deep + "]")));
    assertEquals(List.of("2:101 too-complex"), places(toml("a.".repeat(60_000) + "b = 1")));
    assertEquals(List.of("2:102 too-complex"), places(toml("[" + "a.".repeat(60_000) + "b]")));
    assertEquals(List.of("2:255 too-complex"), places(toml("a = " + "{a = ".repeat(40_000) + "1")));
  }
}
