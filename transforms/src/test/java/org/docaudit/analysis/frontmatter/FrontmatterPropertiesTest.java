package org.docaudit.analysis.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;

class FrontmatterPropertiesTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Property(tries = 2_000)
  void anyTextIsRead(@ForAll String text) {
    check(text);
    check("---\n" + text + "\n---\n");
    check("+++\n" + text + "\n+++\n");
    check("{\"a\":" + text + "}");
  }

  @Property(tries = 6_000)
  void anyTextOfTheFormatsIsRead(@ForAll("pieces") List<String> pieces) {
    String text = String.join("", pieces);
    check(text);
    check("---\n" + text + "\n---\n");
    check("+++\n" + text + "\n+++\n");
    check("{\"a\":" + text + "}");
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    String[] pieces = {
      "a",
      "b",
      ": ",
      ":",
      "\n",
      "\n  ",
      "\n- ",
      "- ",
      "? ",
      "[",
      "]",
      "{",
      "}",
      ", ",
      ",",
      "\"",
      "'",
      "&a ",
      "*a",
      "*a ",
      "<<: ",
      "!!str ",
      "!!int ",
      "!x ",
      "|",
      ">",
      "|-\n ",
      "#",
      " # ",
      "%",
      "@",
      "`",
      "\t",
      " ",
      "=",
      " = ",
      ".",
      "\\",
      "\\x",
      "\\u00e9",
      "\"\"\"",
      "'''",
      "1",
      "0x1",
      "1_0",
      "1e5",
      ".inf",
      "no",
      "null",
      "true",
      "2024-01-01",
      "12:30",
      "~",
      "---",
      "...",
      "+++",
      "\r",
      "\r\n",
      "😀",
      "é",
      "\u2028",
      "\uFEFF",
      "\u0000",
      "[[a]]\n",
      "[a]\n",
      "a.b",
      "-"
    };
    return Arbitraries.of(pieces).list().ofMaxSize(24);
  }

  private static void check(String text) {
    SourceText source = Documents.source(text);
    FrontmatterBlock block = FrontmatterScanner.scan(source);
    int length = source.text().length();
    assertTrue(block.contentStart() >= 0 && block.contentStart() <= block.contentEnd());
    assertTrue(block.contentEnd() <= length && block.bodyStart() <= length);
    ParsedFrontmatter frontmatter = FrontmatterReader.read(source, block, Limits.DEFAULT);
    assertEquals(block.format(), frontmatter.format());
    List<Finding> findings = new ArrayList<>(frontmatter.findings());
    findings.addAll(SchemaValidator.standard().validate(frontmatter));
    for (Finding finding : findings) {
      assertWithin(source, finding.line(), finding.column());
      assertTrue(finding.message().lines().count() == 1, finding.message());
    }
    if (frontmatter.root() == null) {
      assertTrue(block.format() == FrontmatterFormat.NONE || !frontmatter.findings().isEmpty());
      return;
    }
    walk(source, frontmatter.root());
    String json = frontmatter.toJson().orElseThrow();
    try {
      MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
    assertEquals(json, Documents.json(Documents.read(text)));
  }

  private static void walk(SourceText source, FrontmatterNode node) {
    assertWithin(source, node.line(), node.column());
    if (node instanceof FrontmatterNode.Mapping mapping) {
      for (FrontmatterNode.Field field : mapping.fields()) {
        assertWithin(source, field.line(), field.column());
        walk(source, field.value());
      }
    } else if (node instanceof FrontmatterNode.Sequence sequence) {
      sequence.items().forEach(item -> walk(source, item));
    }
  }

  private static void assertWithin(SourceText source, int line, int column) {
    assertTrue(line >= 1 && line <= source.lineOf(source.text().length()), "line " + line);
    int start = source.lineStart(line);
    boolean last = line == source.lineOf(source.text().length());
    int end = last ? source.text().length() : source.lineStart(line + 1);
    int width = source.text().codePointCount(start, end);
    assertTrue(column >= 1 && column <= width + 1, "column " + column + " of " + width);
  }
}
