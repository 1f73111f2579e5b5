package org.docaudit.analysis.frontmatter;

import static org.docaudit.analysis.frontmatter.Documents.json;
import static org.docaudit.analysis.frontmatter.Documents.message;
import static org.docaudit.analysis.frontmatter.Documents.places;
import static org.docaudit.analysis.frontmatter.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.docaudit.analysis.Limits;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  /** Valid YAML of the kinds of the YAML test suite; ⏎ is a line end, ␣ a space. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          a: b                                  => {"a":"b"}
          a: b⏎c: d                             => {"a":"b","c":"d"}
          a:⏎  b: c⏎  d:⏎    e: f               => {"a":{"b":"c","d":{"e":"f"}}}
          a:⏎- b⏎- c                            => {"a":["b","c"]}
          a:⏎  - - b⏎    - c⏎  - d              => {"a":[["b","c"],"d"]}
          a: [b, [c], {d: e}, f: g]             => {"a":["b",["c"],{"d":"e"},{"f":"g"}]}
          a: [⏎  b,⏎  c,⏎]                      => {"a":["b","c"]}
          a: {b: c, d, "e": , 'f':g}            => {"a":{"b":"c","d":null,"e":null,"f":"g"}}
          a: # comment⏎  b # another            => {"a":"b"}
          a: b#c                                => {"a":"b#c"}
          # only⏎a: b⏎# comments                => {"a":"b"}
          a:                                    => {"a":null}
          a: ~⏎b: null⏎c: NULL⏎d: nULL          => {"a":null,"b":null,"c":null,"d":"nULL"}
          a: true⏎b: FALSE⏎c: tRue              => {"a":true,"b":false,"c":"tRue"}
          a: 0⏎b: -12⏎c: +7⏎d: 0x1F             => {"a":0,"b":-12,"c":7,"d":31}
          a: 1.5⏎b: -.5⏎c: 2.⏎d: 1.5e+3         => {"a":1.5,"b":-0.5,"c":2.0,"d":1.5e+3}
          a: .inf⏎b: -.INF⏎c: .nan⏎d: .Nan      => {"a":"Infinity","b":"-Infinity","c":"NaN","d":".Nan"}
          a: 123456789012345678901234567890     => {"a":123456789012345678901234567890}
          a: 0.10000000000000000000000000001    => {"a":0.10000000000000000000000000001}
          a: 2024-12-31⏎b: 2024-02-30           => {"a":"2024-12-31","b":"2024-02-30"}
          a: 2001-12-14 21:59:43.10 -5          => {"a":"2001-12-14 21:59:43.10 -5"}
          a: 1.2.3⏎b: 1-2⏎c: 10.0.0.1           => {"a":"1.2.3","b":"1-2","c":"10.0.0.1"}
          a: '12'⏎b: "true"⏎c: ''               => {"a":"12","b":"true","c":""}
          a: 'it''s'⏎b: "x\\ty\\u00e9\\x41"     => {"a":"it's","b":"x\\tyéA"}
          a: "\\ud83d\\ude00\\ud83d"            => {"a":"😀\uFFFD"}
          a: "one⏎  two⏎⏎  three"               => {"a":"one two\\nthree"}
          a: one⏎  two⏎⏎  three                 => {"a":"one two\\nthree"}
          a: |⏎  x⏎   y⏎⏎  z                    => {"a":"x\\n y\\n\\nz\\n"}
          a: |-⏎  x⏎b: |+⏎  y⏎⏎c: d             => {"a":"x","b":"y\\n\\n","c":"d"}
          a: >⏎  x⏎  y⏎⏎  z⏎b: c                => {"a":"x y\\nz\\n","b":"c"}
          a: >2⏎␣␣␣x⏎b: c                       => {"a":"␣x\\n","b":"c"}
          ? a⏎: b⏎? c                           => {"a":"b","c":null}
          "a b": c⏎'d': e⏎f g: h                => {"a b":"c","d":"e","f g":"h"}
          1: a⏎~: b⏎2.50: c⏎? ⏎: d              => {"1":"a","~":"b","2.50":"c","":"d"}
          a: &x b⏎c: *x                         => {"a":"b","c":"b"}
          a: &x [1]⏎b: [*x, *x]                 => {"a":[1],"b":[[1],[1]]}
          &x a: b⏎c: *x                         => {"a":"b","c":"a"}
          a: &x 1⏎b: &x 2⏎c: *x                 => {"a":1,"b":2,"c":2}
          a: !!str 12⏎b: !!int "12"             => {"a":"12","b":12}
          a: !!float 1⏎b: !!bool "true"         => {"a":1.0,"b":true}
          a: !!null ''⏎b: !!timestamp "2024-01-01" => {"a":null,"b":"2024-01-01"}
          a: !local 12⏎b: ! 12⏎c: !!set {d}     => {"a":12,"b":"12","c":{"d":null}}
          a: ::x⏎b: http://x/y#z⏎c: -d          => {"a":"::x","b":"http://x/y#z","c":"-d"}
          {a: b, c: [d]}                        => {"a":"b","c":["d"]}
          """)
  void readsValidYaml(String content, String expected) {
    ParsedFrontmatter frontmatter = yaml(content.replace('⏎', '\n').replace('␣', ' '));
    assertEquals(List.of(), frontmatter.findings());
    assertEquals(expected.replace('␣', ' '), json(frontmatter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          title: A: B              => 2:9  => a second `: ` or a key is not allowed here; quote a value that holds a colon, or check the indentation
          title: "A" b             => 2:12 => text after the end of the value; quote the whole value, or check the indentation
          title: 'it's'            => 2:12 => text after the end of the value; quote the whole value, or check the indentation
          title: @home             => 2:8  => a plain value cannot begin with `@`; quote the value
          a: 1⏎\tb: 2              => 3:1  => a tab cannot indent YAML; use spaces
          a:⏎  - b⏎ - c            => 4:2  => the indentation fits no line above
          a: x⏎foo⏎b: 1            => 3:1  => this line is neither a field nor belongs to the one above; no `:`
          a: [b⏎c: d               => 3:2  => expected `,` or `]` of what begins on line 2
          a: {b: c                 => 3:1  => expected `,` or `}` of what begins on line 2
          a: 1⏎b: 'x               => 3:4  => the quoted value that begins here has no closing quote
          a: 1⏎b: "x               => 3:4  => the quoted value that begins here has no closing quote
          a: "\\q"                 => 2:6  => unknown escape in a double-quoted value; write `\\\\` for a backslash, or use single quotes
          a: "\\UFFFFFFFF"         => 2:7  => not valid YAML
          😀: é⏎ä: *bold*          => 3:9  => `*` begins an alias; quote the value if it is text
          😀: [é, *none]           => 2:8  => the alias `*none` has no anchor; quote it if it is text
          a: & b                   => 2:5  => `&` begins an anchor; quote the value if it is text
          a: !x!y z                => 2:4  => `!` begins a tag; quote the value if it is text
          a: - b                   => 2:4  => a list item (`- `) is not allowed here; begin it on a line of its own
          a: | b                   => 2:6  => text after `|` or `>` must begin on the next line; quote the value if it is text
          ␣a: 1⏎b: 2               => 3:1  => indented less than the fields above, or text after the end of the document
          --- a                    => 2:1  => frontmatter is one YAML document, without directives or another `---`
          a: b⏎--- c               => 3:1  => frontmatter is one YAML document, without directives or another `---`
          %YAML 1.2                => 2:1  => frontmatter is one YAML document, without directives or another `---`
          a: x␇y                   => 2:5  => the character U+0007 is not allowed in YAML
          """)
  void syntaxErrorsHaveAPlaceAndSayWhatToDo(String content, String place, String message) {
    ParsedFrontmatter frontmatter =
        yaml(content.replace('⏎', '\n').replace('␣', ' ').replace('␇', '\u0007'));
    assertEquals(List.of(place + " syntax"), places(frontmatter));
    assertEquals(message, message(frontmatter));
    assertEquals("none", json(frontmatter));
  }

  @Test
  void aBracketInTheFirstColumnIsAccepted() {
    assertEquals("{\"a\":[\"b\"],\"c\":{}}", json(yaml("a: [b,\n]\nc: {\n}")));
  }

  @Test
  void lineSeparatorsOfYaml11AreCharacters() {
    ParsedFrontmatter frontmatter = yaml("a: x\u2028y\u2029z\nb: 'x\u0085y'\nc: [x");
    assertEquals(List.of("5:1 syntax"), places(frontmatter));
    frontmatter = yaml("a: x\u2028y\u2029z\nb: 'x\u0085y'");
    assertEquals("{\"a\":\"x\u2028y\u2029z\",\"b\":\"x\u0085y\"}", json(frontmatter));
    assertEquals(List.of(), frontmatter.findings());
  }

  @Test
  void anyLineEnd() {
    String crlf = "---\r\na: 1\r\nb:\r\n  - x\r\n  - *y\r\n---\r\n";
    assertEquals(List.of("5:5 syntax"), places(Documents.read(crlf)));
    String cr = "---\ra: 1\rb:\r  - x\r  - *y\r---\r";
    assertEquals(List.of("5:5 syntax"), places(Documents.read(cr)));
  }

  @Test
  void keysAndValuesKnowTheirPlaces() {
    ParsedFrontmatter frontmatter = yaml("é😀: ü\nlist:\n  - &x {k: v}\n  - *x");
    FrontmatterNode.Mapping root = (FrontmatterNode.Mapping) frontmatter.root();
    FrontmatterNode.Field first = root.fields().get(0);
    assertEquals("é😀", first.name());
    assertEquals(List.of(2, 1), List.of(first.line(), first.column()));
    assertEquals(List.of(2, 5), List.of(first.value().line(), first.value().column()));
    FrontmatterNode.Sequence list = (FrontmatterNode.Sequence) root.fields().get(1).value();
    FrontmatterNode anchored = list.items().get(0);
    FrontmatterNode alias = list.items().get(1);
    assertEquals(List.of(4, 5), List.of(anchored.line(), anchored.column()));
    assertEquals(List.of(5, 5), List.of(alias.line(), alias.column()));
    assertEquals(anchored.toJson(), alias.toJson());
  }

  @Test
  void aKeyThatStandsTwiceTakesTheLastValue() {
    ParsedFrontmatter frontmatter = yaml("a: 1\nb: {c: 1, c: 2, 'c': 3}\n\"a\": 2");
    assertEquals(
        List.of("3:11 duplicate-key", "3:17 duplicate-key", "4:1 duplicate-key"),
        places(frontmatter));
    assertEquals("{\"a\":2,\"b\":{\"c\":3}}", json(frontmatter));
    assertEquals(
        "the key `c` stands twice in this mapping; the other is on line 3", message(frontmatter));
    assertEquals("c", frontmatter.findings().get(0).target());
  }

  @Test
  void mergeKeysMergeAndAreAmbiguous() {
    ParsedFrontmatter frontmatter =
        yaml("base: &b {x: 1, y: 2}\nc: &c {y: 3, z: 4}\nd:\n  k: 0\n  <<: [*c, *b]\n  x: 5");
    assertEquals(List.of("6:3 ambiguous-scalar"), places(frontmatter));
    assertEquals(
        "{\"base\":{\"x\":1,\"y\":2},\"c\":{\"y\":3,\"z\":4},\"d\":{\"k\":0,\"y\":3,\"z\":4,\"x\":5}}",
        json(frontmatter));
    assertEquals("{\"<<\":1}", json(yaml("'<<': 1")));
    assertEquals("{\"<<\":1}", json(yaml("<<: 1")));
  }

  @Test
  void aCollectionAsKeyIsAFinding() {
    ParsedFrontmatter frontmatter = yaml("title: {{ page.title }}");
    assertEquals(List.of("2:9 syntax"), places(frontmatter));
    assertEquals("{\"title\":{\"{\\\"page.title\\\":null}\":null}}", json(frontmatter));
  }

  @Test
  void aTagThatDoesNotFitIsAFinding() {
    ParsedFrontmatter frontmatter = yaml("a: !!int twelve\nb: !!bool 1");
    assertEquals(List.of("2:4 syntax", "3:4 syntax"), places(frontmatter));
    assertEquals("`twelve` is not what its tag `!!int` says", message(frontmatter));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiterString = "=>",
      textBlock =
          """
          - a             => 2:1 => a list
          just prose      => 2:1 => a string
          ␣␣42            => 2:3 => an integer
          ~               => 2:1 => null
          """)
  void frontmatterIsAMapping(String content, String place, String kind) {
    ParsedFrontmatter frontmatter = yaml(content.replace('␣', ' '));
    assertEquals(List.of(place + " not-a-mapping"), places(frontmatter));
    assertEquals(
        "frontmatter must be fields (`name: value`), but is " + kind, message(frontmatter));
  }

  @Test
  void frontmatterWithoutContentIsAnEmptyMapping() {
    for (String document : List.of("---\n---\n", "---\n# comment\n---\n", "---\n\n---\n")) {
      ParsedFrontmatter frontmatter = Documents.read(document);
      assertEquals(FrontmatterFormat.YAML, frontmatter.format());
      assertEquals(List.of(), frontmatter.findings());
      assertEquals("{}", json(frontmatter));
    }
  }

  @Test
  void limitsAreKept() {
    String deep = "[".repeat(50) + "]".repeat(50);
    assertEquals(List.of("2:1 not-a-mapping"), places(yaml(deep)));
    assertEquals(List.of("2:51 too-complex"), places(yaml("[" + deep + "]")));
    Limits small = new Limits(1 << 20, 100, 100, 3, 10);
    assertEquals(
        List.of(
            new Finding(
                Rule.FRONTMATTER_TOO_COMPLEX,
                1,
                1,
                "frontmatter of 104 bytes, more than 100",
                null,
                null)),
        FrontmatterReader.read(Documents.source("---\na: " + "é".repeat(50) + "\n---\n"), small)
            .findings());
    assertEquals(
        "more than 10 values once aliases are expanded",
        message(
            FrontmatterReader.read(
                Documents.source("---\na: &a [1, 2]\nb: [*a, *a, *a]\n---\n"), small)));
    assertEquals(
        "more than 100 characters of text once aliases are expanded",
        message(
            FrontmatterReader.read(
                Documents.source("---\na: &a " + "x".repeat(60) + "\nb: *a\n---\n"), small)));
    assertEquals(
        "nested deeper than 3 collections",
        message(
            FrontmatterReader.read(Documents.source("---\na: &a [[1]]\nb: [*a]\n---\n"), small)));
  }

  @Test
  void anAliasWithinItsAnchorDoesNotHang() {
    assertEquals(List.of("2:8 too-complex"), places(yaml("a: &a [*a]")));
    assertEquals(List.of("2:5 too-complex"), places(yaml("&a {*a : 1}")));
  }

  @Test
  void titleIsTextOfTheField() {
    assertEquals("x", yaml("title: x").title().orElseThrow());
    assertEquals("2024-01-01", yaml("title: 2024-01-01").title().orElseThrow());
    assertEquals(true, yaml("title: ' '").title().isEmpty());
    assertEquals(true, yaml("title:").title().isEmpty());
    assertEquals(true, yaml("title: [x]").title().isEmpty());
    assertEquals(true, Documents.read("# x").title().isEmpty());
  }
}
