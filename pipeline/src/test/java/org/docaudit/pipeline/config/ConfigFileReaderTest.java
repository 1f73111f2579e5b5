package org.docaudit.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.container.FieldNames;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileReaderTest {
  @TempDir Path folder;

  private ConfigFile read(String yaml) throws IOException, ConfigException {
    Path file = Files.writeString(folder.resolve("docaudit.yaml"), yaml);
    return ConfigFileReader.read(file, "docaudit.yaml");
  }

  private String error(String yaml) {
    return assertThrows(ConfigException.class, () -> read(yaml)).getMessage();
  }

  @Test
  void readsEveryKey() throws Exception {
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("schemas/blog.json"), "{\"type\": \"object\"}");
    ConfigFile config =
        read(
            """
            documents:
              extensions: [.MD, txt]
              include: ["docs/**"]
              exclude: [vendor, "*.draft.md"]
              hidden: true
              ignore-files: false
              max-bytes: 10MB
            schemas:
              - paths: ["blog/**", "/posts"]
                schema: schemas/blog.json
              - {paths: ["docs/**"], schema: standard}
              - {paths: ["**"], schema: none}
            unique: [title, slug, title]
            links:
              site-roots: [/, /static/, content]
              ignore: ["^https://internal\\\\."]
              folder-index: required
            severity: {link/missing-file: warning, duplicate/exact: off}
            fail-on: warning
            thresholds:
              broken-links: {max: 20, max-increase: 5 %}
              link/missing-file: {max-increase: 0}
            """);
    Map<Rule, Severity> severities = new EnumMap<>(AnalysisConfig.defaultSeverities());
    severities.put(Rule.LINK_MISSING_FILE, Severity.WARNING);
    severities.remove(Rule.DUPLICATE_EXACT);
    assertEquals(
        new ConfigFile(
            new DocumentSelection(
                List.of("md", "txt"),
                List.of("docs/**"),
                List.of("vendor", "*.draft.md"),
                false,
                true,
                FieldNames.USUAL),
            new AnalysisConfig(
                Limits.DEFAULT.withMaxDocumentBytes(10_000_000),
                "auto",
                0,
                List.of(
                    new SchemaRule(
                        List.of("blog/**", "/posts"),
                        "schemas/blog.json",
                        "{\"type\": \"object\"}"),
                    new SchemaRule(List.of("docs/**"), "standard", null),
                    new SchemaRule(List.of("**"), "none", null)),
                List.of("title", "slug"),
                List.of("/", "/static", "/content"),
                List.of("^https://internal\\."),
                true,
                List.of("md", "txt"),
                severities),
            FailOn.WARNING,
            List.of(
                new Threshold(
                    "broken-links",
                    OptionalLong.of(20),
                    Optional.of(new Increase(BigDecimal.valueOf(5), true)),
                    21,
                    17),
                new Threshold(
                    "link/missing-file",
                    OptionalLong.empty(),
                    Optional.of(new Increase(BigDecimal.ZERO, false)),
                    22,
                    22))),
        config);
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    assertEquals(ConfigFile.DEFAULT, read(""));
    assertEquals(ConfigFile.DEFAULT, read("# nothing\n---\n"));
    assertEquals(ConfigFile.DEFAULT, read("\uFEFFdocuments: {}\nlinks: {}\nseverity: {}\n"));
  }

  /** YAML 1.1, which the library follows, would make booleans of these. */
  @Test
  void wordsStayWords() throws Exception {
    assertEquals(
        List.of("on", "no", "1e3"), read("unique: [on, no, 1e3]").analysis().uniqueFields());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fail_on: error | 1:1: unknown key 'fail_on'; did you mean 'fail-on'?",
        "links: {site-root: [/]} | 1:9: links: unknown key 'site-root'; did you mean 'site-roots'?",
        "severity: {link/missing: off} | 1:12: severity: unknown rule 'link/missing'; did you mean"
            + " 'link/missing-file'?",
        "{unique: [a], unique: [b]} | 1:15: the key 'unique' stands twice",
        "severity: {duplicate/exact: off, duplicate/exact: info} | 1:34: severity: the rule"
            + " 'duplicate/exact' stands twice",
        "[a] | 1:1: expected a mapping, found a list",
        "just text | 1:1: expected a mapping, found 'just text'",
        "documents: | 1:11: documents: expected a mapping, found nothing",
        "unique: title | 1:9: unique: expected a list, found 'title'",
        "unique: [[title]] | 1:10: unique: expected a string, found a list",
        "unique: [a, ''] | 1:13: unique: must not be empty",
        "unique: [~] | 1:10: unique: expected a string, found nothing",
        "documents: {hidden: yes} | 1:21: documents.hidden: expected true or false, found 'yes'",
        "documents: {hidden: {}} | 1:21: documents.hidden: expected true or false, found a mapping",
        "documents: {max-bytes: 5 apples} | 1:24: documents.max-bytes: expected a size such as"
            + " 1048576, 10MB or 64MiB, found '5 apples'",
        "documents: {max-bytes: 4GiB} | 1:24: documents.max-bytes: expected a size from 1 to"
            + " 2147483639 bytes, found '4GiB'",
        "documents: {extensions: []} | 1:25: documents.extensions: must not be empty",
        "documents: {extensions: ['*.md']} | 1:26: documents.extensions: expected a file ending such"
            + " as md, found '*.md'",
        "thresholds: {broken: {max: 1}} | 1:14: thresholds: unknown figure 'broken'; did you mean"
            + " 'broken-links'?",
        "thresholds: {threshold/max: {max: 1}} | 1:14: thresholds: unknown figure 'threshold/max';"
            + " did you mean 'broken-links'?",
        "thresholds: {errors: {}} | 1:22: thresholds.errors: needs 'max', 'max-increase' or both",
        "thresholds: {errors: 5} | 1:22: thresholds.errors: expected a mapping, found '5'",
        "thresholds: {errors: {max: -1}} | 1:28: thresholds.errors.max: expected a whole number,"
            + " found '-1'",
        "thresholds: {errors: {max-increase: 0.5}} | 1:37: thresholds.errors.max-increase: expected"
            + " a whole number or a percentage, such as 10 or 5 %, found '0.5'",
        "fail-on: info | 1:10: fail-on: expected error, warning, new-error, new-warning or never, found 'info'",
        "severity: {link/missing-file: fatal} | 1:31: severity.link/missing-file: expected error,"
            + " warning, info or off, found 'fatal'",
        "links: {ignore: ['a(b']} | 1:18: links.ignore: not a regular expression (RE2 syntax):"
            + " missing closing ) in 'a(b'",
        "links: {ignore: ['(?=a)']} | 1:18: links.ignore: not a regular expression (RE2 syntax):"
            + " invalid or unsupported Perl syntax in '(?=a)'",
        "links: {folder-index: maybe} | 1:23: links.folder-index: expected optional or required,"
            + " found 'maybe'",
        "links: {site-roots: [../x]} | 1:22: links.site-roots: expected a folder of the corpus such"
            + " as /docs, found '../x'",
        "schemas: [{paths: [a]}] | 1:11: schemas: needs both 'paths' and 'schema'",
        "schemas: [{paths: [], schema: none}] | 1:19: schemas.paths: must not be empty",
        "schemas: [{paths: [a], schema: no.json}] | 1:32: schemas.schema: schema file no.json does"
            + " not exist",
        "schemas: [{paths: [a], schema: .}] | 1:32: schemas.schema: schema file . is a folder",
        "fail-on: !!java.net.URL [x] | 1:10: Global tag is not allowed:"
            + " tag:yaml.org,2002:java.net.URL",
        "fail-on: !x error | 1:10: fail-on: expected a severity, found a value with the tag !x",
        "a: [ | 1:5: expected the node content, but found '<stream end>'",
      })
  void namesThePlaceOfAnError(String yaml, String message) {
    assertEquals("docaudit.yaml:" + message, error(yaml));
  }

  @Test
  void placesAreCountedInCodePoints() {
    assertEquals(
        "docaudit.yaml:3:10: unique: must not be empty", error("# x\n\nunique: ['', a]\n"));
    assertEquals("docaudit.yaml:1:13: unique: must not be empty", error("unique: [😀, '']"));
  }

  @Test
  void aSchemaMustBeAJsonObject() throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{\n  \"a\": 1,\n  \"a\": 2}");
    Files.writeString(folder.resolve("list.json"), "[]");
    Files.writeString(folder.resolve("empty.json"), "");
    assertEquals(
        "docaudit.yaml:3:13: schemas.schema: schema file bad.json:3:6 is not valid JSON:"
            + " Duplicate field 'a'",
        error("schemas:\n  - paths: [a]\n    schema: bad.json\n"));
    assertEquals(
        "docaudit.yaml:1:32: schemas.schema: schema file list.json holds no JSON object",
        error("schemas: [{paths: [a], schema: list.json}]"));
    assertEquals(
        "docaudit.yaml:1:32: schemas.schema: schema file empty.json holds no JSON object",
        error("schemas: [{paths: [a], schema: empty.json}]"));
  }

  @Test
  void filesThatCannotBeReadAreErrors() throws Exception {
    Path file = folder.resolve("docaudit.yaml");
    assertEquals(
        "configuration file docaudit.yaml does not exist",
        assertThrows(ConfigException.class, () -> ConfigFileReader.read(file, "docaudit.yaml"))
            .getMessage());
    Files.write(file, "unique: [\u00e9]".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "configuration file docaudit.yaml is not valid UTF-8",
        assertThrows(ConfigException.class, () -> ConfigFileReader.read(file, "docaudit.yaml"))
            .getMessage());
  }

  @Test
  void hostileFilesAreErrors() {
    StringBuilder aliases = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      aliases.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    for (String yaml :
        List.of(
            "[".repeat(100_000),
            "a: ".repeat(100_000),
            "- ".repeat(100_000),
            "&a [*a]",
            "unique: &a [*a]",
            "? {a: b}\n: c",
            "<<: {fail-on: error}",
            "fail-on: \u0007",
            "a: 1\n---\nb: 2\n",
            aliases.toString())) {
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> error(yaml));
    }
  }
}
