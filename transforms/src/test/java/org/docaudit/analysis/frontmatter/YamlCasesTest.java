package org.docaudit.analysis.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.docaudit.analysis.text.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code yaml-cases.txt}, which the kernel's tests read too. */
class YamlCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    List<YamlCases.Case> cases = YamlCases.read();
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private static void check(YamlCases.Case expected) {
    SourceText source = SourceText.decode(expected.document());
    SnakeYamlEvents parser = new SnakeYamlEvents(source, 4, source.text().length() - 4);
    List<String> events = new ArrayList<>();
    String error = null;
    try {
      for (YamlEvent event = parser.next(); event != null; event = parser.next()) {
        if (event.kind() != YamlEvent.Kind.DOCUMENT_START) {
          events.add(line(event));
        } else if (event.explicit()) {
          error = event.line() + ":" + event.column();
          break;
        }
      }
    } catch (FrontmatterException e) {
      error = e.finding().line() + ":" + e.finding().column();
    }
    if (error != null) {
      assertEquals(expected.outcome(), "java, error at " + error);
      return;
    }
    assertEquals(expected.events(), events);
    assertTrue(List.of("both", "java").contains(expected.outcome()), expected.outcome());
  }

  private static String line(YamlEvent event) {
    if (event.kind() == YamlEvent.Kind.COLLECTION_END) {
      return "COLLECTION_END";
    }
    String text = event.kind() + " " + event.line() + ":" + event.column();
    text += event.plain() ? " plain" : "";
    text += event.tag() != null ? " <" + event.tag() + ">" : "";
    text += event.anchor() != null ? " &" + event.anchor() : "";
    return event.value() == null ? text : text + " " + quoted(event.value());
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
