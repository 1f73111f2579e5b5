package org.docaudit.analysis.frontmatter;

import static org.docaudit.analysis.frontmatter.Documents.places;
import static org.docaudit.analysis.frontmatter.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaValidatorTest {

  private static List<Finding> validate(String schema, String content) throws SchemaException {
    return SchemaValidator.of(schema, "s.json").validate(yaml(content));
  }

  @Test
  void aDocumentThatFitsTheStandardHasNoFindings() {
    String content =
        """
        title: A
        description: B
        type: guide
        status: draft
        created: 2024-12-31
        updated: "2024-12-31T23:59:59+01:00"
        author: C
        llm_summary: D
        further: [1]
        """;
    assertEquals(List.of(), SchemaValidator.standard().validate(yaml(content)));
  }

  @Test
  void eachFieldThatTheStandardMissesIsAFinding() {
    List<String> names =
        List.of(
            "author",
            "created",
            "description",
            "llm_summary",
            "status",
            "title",
            "type",
            "updated");
    for (String document : List.of("# No frontmatter\n", "---\n---\n", "", "{}\n")) {
      List<Finding> findings = SchemaValidator.standard().validate(Documents.read(document));
      assertEquals(
          names.stream()
              .map(
                  name ->
                      new Finding(
                          Rule.FRONTMATTER_MISSING_FIELD,
                          1,
                          1,
                          "the field `" + name + "` is missing",
                          name,
                          null))
              .toList(),
          findings);
    }
  }

  @Test
  void theStandardWantsTextAndDatesThatExist() {
    String content =
        """
        title: true
        desciption: x
        type: ''
        status: [a]
        created: 2024-02-30
        updated: 2024-01-01 10:00:00
        author: 1
        llm_summary:
        """;
    List<Finding> findings = SchemaValidator.standard().validate(yaml(content));
    assertEquals(
        List.of(
            "1:1 missing-field -> desciption",
            "2:8 wrong-type",
            "4:7 invalid-value",
            "5:9 wrong-type",
            "6:10 invalid-value",
            "7:10 invalid-value",
            "8:9 wrong-type",
            "9:13 wrong-type"),
        places(findings));
    assertEquals(
        List.of(
            "the field `description` is missing; `desciption` may be meant for it",
            "`title` must be a string, but is a boolean (`true`)",
            "`type` must not be empty",
            "`status` must be a string, but is a list",
            "`created` must be an ISO date (2024-12-31), or must be an ISO date with time and offset"
                + " (2024-12-31T23:59:59Z), but is `2024-02-30`",
            "`updated` must be an ISO date (2024-12-31), or must be an ISO date with time and offset"
                + " (2024-12-31T23:59:59Z), but is `2024-01-01 10:00:00`",
            "`author` must be a string, but is an integer (`1`)",
            "`llm_summary` must be a string, but is null"),
        findings.stream().map(Finding::message).toList());
  }

  @Test
  void unknownFieldsNameTheNearestKnownOne() throws SchemaException {
    String schema =
        """
        {"properties": {"title": true, "pos": {"$ref": "#/$defs/pos"}},
         "additionalProperties": false,
         "$defs": {"pos": {"properties": {"latitude": true}, "unevaluatedProperties": false}}}
        """;
    List<Finding> findings = validate(schema, "titel: x\npos: {latitud: 1}\nzzz: 1");
    assertEquals(
        List.of(
            new Finding(
                Rule.FRONTMATTER_UNKNOWN_FIELD,
                2,
                1,
                "the schema has no field `titel`",
                "titel",
                "title"),
            new Finding(
                Rule.FRONTMATTER_UNKNOWN_FIELD,
                3,
                7,
                "the schema has no field `pos.latitud`",
                "pos.latitud",
                "latitude"),
            new Finding(
                Rule.FRONTMATTER_UNKNOWN_FIELD,
                4,
                1,
                "the schema has no field `zzz`",
                "zzz",
                null)),
        findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {"enum": ["draft", 1]}         => darft       => 2:4 invalid-value -> draft => `a` must be one of `draft`, `1`, but is `darft`
          {"const": 5}                   => 6           => 2:4 invalid-value => `a` must be `5`, but is `6`
          {"pattern": "^[a-z]+$"}        => A           => 2:4 invalid-value => `a` must match `^[a-z]+$`, but is `A`
          {"pattern": "^\\\\u00e9\\\\d"} => é           => 2:4 invalid-value => `a` must match `^\\u00e9\\d`, but is `é`
          {"format": "date"}             => 2024-02-30  => 2:4 invalid-value => `a` must be an ISO date (2024-12-31), but is `2024-02-30`
          {"format": "uuid"}             => x           => 2:4 invalid-value => `a` must be of the format `uuid`, but is `x`
          {"minimum": 3}                 => 2.5         => 2:4 invalid-value => `a` must be at least 3, but is `2.5`
          {"multipleOf": 0.1}            => 0.35        => 2:4 invalid-value => `a` must be a multiple of 0.1
          {"minItems": 2}                => [x]         => 2:4 invalid-value => `a` must have at least 2 items
          {"items": {"maxLength": 1}}    => [x, yy]     => 2:8 invalid-value => `a[1]` must have at most 1 characters
          {"uniqueItems": true}          => [1, 1]      => 2:4 invalid-value => `a` must not have an item twice
          {"type": ["string", "null"]}   => 1           => 2:4 wrong-type => `a` must be a string or null, but is an integer (`1`)
          {"type": "integer"}            => 1.5         => 2:4 wrong-type => `a` must be an integer, but is a number (`1.5`)
          {"type": "number"}             => .nan        => 2:4 wrong-type => `a` must be a number, but is not a finite number (`NaN`)
          {"type": "object"}             => 2024-01-01  => 2:4 wrong-type => `a` must be a mapping, but is a date (`2024-01-01`)
          {"required": ["b"]}            => {c: 1}      => 2:4 missing-field => the field `a.b` is missing
          {"propertyNames": {"maxLength": 1}} => {bb: 1} => 2:5 invalid-value => the field's name must be at most 1 characters long
          {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]} => 1 => 2:4 wrong-type => `a` must be a string or a list, but is an integer (`1`)
          {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]} => [1] => 2:4 invalid-value => `a` must be a string, or `a[0]` must be a string
          {"items": {"anyOf": [{"type": "string"}, {"type": "null"}]}} => [x, 1] => 2:8 wrong-type => `a[1]` must be a string or null, but is an integer (`1`)
          {"oneOf": [{"type": "string"}, {"minLength": 1}]} => x => 2:4 invalid-value => `a` must fit one alternative only, but fits several
          {"not": {"type": "string"}}    => x           => 2:4 invalid-value => `a` must not fit the schema under `not`
          false                          => x           => 2:4 invalid-value => `a` is not allowed
          """)
  void eachKeywordHasAPlaceAndAMessage(String schema, String value, String place, String message)
      throws SchemaException {
    List<Finding> findings = validate("{\"properties\": {\"a\": " + schema + "}}", "a: " + value);
    assertEquals(List.of(place), places(findings));
    assertEquals(message, findings.get(0).message());
  }

  @Test
  void numbersBeyondDoubleDoNotTakeMemory() throws SchemaException {
    String schema =
        "{\"properties\":{\"a\":{\"multipleOf\":0.1,\"maximum\":5},\"b\":{\"type\":\"integer\"}}}";
    assertEquals(
        List.of("2:4 invalid-value"),
        places(validate(schema, "a: 1.0e+999999999\nb: 1" + "0".repeat(900))));
    assertEquals(List.of("2:4 invalid-value"), places(validate(schema, "a: 1.0e+99999999999")));
  }

  @Test
  void whatCannotBeReadIsNotValidated() {
    SchemaValidator standard = SchemaValidator.standard();
    assertEquals(List.of(), standard.validate(yaml("a: b: c")));
    assertEquals(List.of(), standard.validate(yaml("- a")));
    assertEquals(List.of(), standard.validate(yaml("a: {{ b }}")));
    assertEquals(List.of(), standard.validate(Documents.read("---\na: b\n")));
    assertEquals(8, standard.validate(yaml("a: 1\na: 2")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {"type":                              => s.json:1:9: the object is not complete
          []                                    => s.json:1:1: the schema: array found, [object, boolean] expected
          {⏎ "minLength": "x"}                  => s.json:2:15: `/minLength`: string found, integer expected
          {"a": 1, "a": 2}                      => s.json:1:10: the key `a` stands twice in this mapping; the other is on line 1
          {⏎ "requird": ["a"]}                  => s.json:2:2: unknown keyword `requird`; did you mean `required`?
          {"$ref": "https://example.com/x"}     => s.json:1:10: `https://example.com/x` lies outside this schema; only references within it are followed
          {"$ref": "file:///etc/passwd"}        => s.json:1:10: `file:///etc/passwd` lies outside this schema; only references within it are followed
          {"$ref": "other.json"}                => s.json:1:10: `other.json` lies outside this schema; only references within it are followed
          {"$ref": "#/$defs/no"}                => s.json:1:10: the schema has nothing at `#/$defs/no`
          {"$ref": "#"}                         => s.json:1:1: a `$ref` leads back to itself without end
          {"$schema": "http://json-schema.org/draft-07/schema#"} => s.json:1:13: `$schema` must be https://json-schema.org/draft/2020-12/schema, the only supported one
          {⏎ "pattern": "(?=x)"}                => s.json:2:13: the pattern `(?=x)` cannot be used (invalid or unsupported Perl syntax); patterns have RE2 syntax, without lookaround and backreferences
          {"patternProperties": {"(": {}}}      => s.json:1:24: the pattern `(` cannot be used (missing closing )); patterns have RE2 syntax, without lookaround and backreferences
          """)
  void aSchemaThatCannotBeUsedSaysWhere(String schema, String message) {
    SchemaException thrown =
        assertThrows(
            SchemaException.class, () -> SchemaValidator.of(schema.replace('⏎', '\n'), "s.json"));
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void unknownKeywordsThatResembleNoneAreAnnotations() throws SchemaException {
    assertEquals(List.of(), validate("{\"x-order\": 1, \"markdownDescription\": \"y\"}", "a: 1"));
  }

  @Test
  void travelsAsItsText() throws Exception {
    SchemaValidator validator = SchemaValidator.of("{\"required\": [\"a\"]}", "s.json");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(validator);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SchemaValidator copy = (SchemaValidator) in.readObject();
      assertEquals("s.json", copy.sourceName());
      assertEquals(validator.validate(yaml("b: 1")), copy.validate(yaml("b: 1")));
    }
  }
}
