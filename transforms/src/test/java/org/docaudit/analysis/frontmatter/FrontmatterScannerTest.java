package org.docaudit.analysis.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.FrontmatterFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontmatterScannerTest {

  private static void assertBlock(
      FrontmatterFormat format, String content, String body, String document) {
    SourceText source = Documents.source(document);
    FrontmatterBlock block = FrontmatterScanner.scan(source);
    assertEquals(format, block.format());
    assertEquals(true, block.terminated());
    assertEquals(1, block.openLine());
    String text = source.text();
    assertEquals(content, text.substring(block.contentStart(), block.contentEnd()));
    assertEquals(body, text.substring(block.bodyStart()));
  }

  @Test
  void yamlEndsAtThreeDashesOrDots() {
    assertBlock(FrontmatterFormat.YAML, "a: 1\n", "Body\n", "---\na: 1\n---\nBody\n");
    assertBlock(FrontmatterFormat.YAML, "a: 1\n", "Body\n", "---\na: 1\n...\nBody\n");
    assertBlock(FrontmatterFormat.YAML, "a: 1\n", "", "--- \t\na: 1\n---\t");
    assertBlock(FrontmatterFormat.YAML, "", "", "---\n---");
    assertBlock(FrontmatterFormat.YAML, "a: 1\n----\n", "x", "---\na: 1\n----\n---\nx");
    assertBlock(FrontmatterFormat.YAML, "a: |\n  ---\n", "x", "---\na: |\n  ---\n---\nx");
  }

  @Test
  void anyLineEndAndAByteOrderMark() {
    assertBlock(FrontmatterFormat.YAML, "a: 1\r\n", "Body", "---\r\na: 1\r\n---\r\nBody");
    assertBlock(FrontmatterFormat.YAML, "a: 1\r", "Body", "---\ra: 1\r---\rBody");
    assertBlock(FrontmatterFormat.YAML, "a: 1\n", "Body", "\uFEFF---\na: 1\n---\nBody");
  }

  @Test
  void tomlEndsAtThreePlusSigns() {
    assertBlock(FrontmatterFormat.TOML, "a = 1\n", "Body\n", "+++\na = 1\n+++\nBody\n");
    assertBlock(FrontmatterFormat.TOML, "a = 1\n---\n", "x", "+++\na = 1\n---\n+++\nx");
  }

  @Test
  void jsonEndsAtItsMatchingBrace() {
    assertBlock(FrontmatterFormat.JSON, "{\"a\": {}}", "Body", "{\"a\": {}}\nBody");
    assertBlock(
        FrontmatterFormat.JSON, "{\n\"a}\\\"\": \"}{\"\n}", "B", "{\n\"a}\\\"\": \"}{\"\n} \r\nB");
    assertBlock(FrontmatterFormat.JSON, "{\"a\":1}", " Body", "{\"a\":1} Body");
    assertBlock(FrontmatterFormat.JSON, "{ }", "Body", "{ }\nBody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---",
        "--",
        "----\na: 1\n----\n",
        " ---\na: 1\n---\n",
        "\n---\na: 1\n---\n",
        "--- a\n---\n",
        "---\n\nProse after a thematic break.\n\n---\nMore.\n",
        "---\n\n# Heading\n\nText: with a colon\n\n---\n",
        "---\n# Heading\n\nProse.\n\n---\nMore.\n",
        "---\n\n# Heading\n---\n",
        "---\nProse, and no end.\n",
        "---\n# Heading\n\nText\n",
        "---\nNote: the break above is one\nof two lines of prose.\n",
        "---\n\n",
        "+++\nProse.\n",
        "{% include x %}\n{\"a\": 1}",
        "{{< shortcode \"a\" >}}",
        "{/* comment */}",
        "{:toc}",
        "{#id}",
        "{\" \"} of MDX",
        "{}text",
        "{} is empty\n",
        "{",
        "{\n",
        "{\"a",
        "{\"a\"}",
        "# Title\n\n---\na: 1\n---\n"
      })
  void isMarkdown(String document) {
    assertEquals(FrontmatterBlock.NONE, FrontmatterScanner.scan(Documents.source(document)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: x\n",
        "---\n# comment\ntitle: x\n\nBody\n",
        "---\n\n\"title\": x\ntags:\n- a\n  b\n\n# Heading\n",
        "---\ntitle: x\n ---\n",
        "+++\ntitle = 'x'\n",
        "+++\n[params]\n",
        "{\"a\": 1\n\nBody",
        "{\"a\": \"{\"\n"
      })
  void isUnterminated(String document) {
    FrontmatterBlock block = FrontmatterScanner.scan(Documents.source(document));
    assertEquals(false, block.terminated());
    assertEquals(0, block.bodyStart());
    ParsedFrontmatter frontmatter = Documents.read(document);
    assertEquals(block.format(), frontmatter.format());
    assertEquals("none", Documents.json(frontmatter));
    assertEquals(java.util.List.of("1:1 unterminated"), Documents.places(frontmatter));
  }

  @Test
  void fieldsAfterABlankLineAreFrontmatter() {
    assertBlock(FrontmatterFormat.YAML, "\na: 1\n", "", "---\n\na: 1\n---\n");
    assertBlock(FrontmatterFormat.YAML, "\n# c\na: 1\n", "", "---\n\n# c\na: 1\n---\n");
    assertBlock(FrontmatterFormat.YAML, "\n\n", "", "---\n\n\n---\n");
    assertBlock(FrontmatterFormat.YAML, "# c\n\n# d\na: 1\n", "", "---\n# c\n\n# d\na: 1\n---\n");
    assertBlock(FrontmatterFormat.YAML, "# c\n\n", "", "---\n# c\n\n---\n");
  }
}
