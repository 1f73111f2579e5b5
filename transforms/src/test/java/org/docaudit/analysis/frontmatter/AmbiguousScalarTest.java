package org.docaudit.analysis.frontmatter;

import static org.docaudit.analysis.frontmatter.Documents.places;
import static org.docaudit.analysis.frontmatter.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguousScalarTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          no        => the boolean false   => text
          Yes       => the boolean true    => text
          ON        => the boolean true    => text
          off       => the boolean false   => text
          y         => the boolean true    => text
          N         => the boolean false   => text
          012       => the integer 10      => the integer 12
          -010      => the integer -8      => the integer -10
          08        => text                => the integer 8
          0o14      => text                => the integer 12
          0b11      => the integer 3       => text
          1_000     => the integer 1000    => text
          0x1_F     => the integer 31      => text
          -0x1F     => the integer -31     => text
          1_0.5     => the number 10.5     => text
          1e3       => text                => the number 1e3
          1.5e3     => text                => the number 1.5e3
          12:30     => the integer 750     => text
          12:30:45  => the integer 45045   => text
          190:20    => the integer 11420   => text
          1:30.5    => the number 90.5     => text
          """)
  void saysHowEachVersionReadsIt(String scalar, String old, String core) {
    assertEquals(
        new Finding(
            Rule.FRONTMATTER_AMBIGUOUS_SCALAR,
            3,
            7,
            "YAML 1.1 reads `"
                + scalar
                + "` as "
                + old
                + ", YAML 1.2 as "
                + core
                + "; quote it if it is text",
            scalar,
            "\"" + scalar + "\""),
        AmbiguousScalar.check(scalar, false, 3, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "null",
        "true",
        "False",
        "0",
        "00",
        "007",
        "+1",
        "-0",
        "1.",
        ".5",
        "1.5e+3",
        "-.inf",
        ".NaN",
        "0x1F",
        "1.2.3",
        "2024-01-01",
        "2024-02-30",
        "2001-12-14t21:59:43.10-05:00",
        "nO",
        "yEs",
        "none",
        "1-2",
        "00:30",
        "12:75",
        "a:b",
        "_1",
        ".",
        "..",
        "-",
        "+",
        "10.0.0.1",
        "1e",
        "e3"
      })
  void whatBothReadAlikeIsNone(String scalar) {
    assertNull(AmbiguousScalar.check(scalar, false, 1, 1));
  }

  @Test
  void keysCountAndQuotesOrTagsEndTheDoubt() {
    assertEquals(
        List.of("2:1 ambiguous-scalar -> \"on\"", "3:5 ambiguous-scalar -> \"no\""),
        places(yaml("on: push\na: [no, 'no', \"no\", !!str no, !x 'no']\nb: |\n  no")));
    assertEquals(
        List.of("2:4 ambiguous-scalar -> \"=\"", "3:1 ambiguous-scalar"),
        places(yaml("a: =\n<<: {}")));
  }

  @Test
  void coordinatesAreNone() {
    assertEquals(
        List.of("2:16 ambiguous-scalar -> \"y\""), places(yaml("pos: {x: 1, z: y}\ny: 1\nN: 2")));
  }

  @Test
  void aLongNumeralIsText() {
    String digits = "0" + "1".repeat(1_000);
    assertNull(AmbiguousScalar.check(digits, false, 1, 1));
    assertEquals("{\"a\":\"" + digits + "\"}", Documents.json(yaml("a: " + digits)));
  }

  @Test
  void otherFormatsHaveNone() {
    assertEquals(List.of(), places(Documents.read("{\"a\": \"no\", \"on\": 1}")));
    assertEquals(List.of(), places(Documents.toml("on = 'no'\na = 1_000")));
  }
}
