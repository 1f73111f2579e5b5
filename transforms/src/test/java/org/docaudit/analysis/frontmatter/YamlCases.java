package org.docaudit.analysis.frontmatter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The cases of {@code yaml-cases.txt}, which the kernel's tests read too. */
public final class YamlCases {

  private static final int FEWEST = 130;

  private YamlCases() {}

  /**
   * A block of YAML.
   *
   * @param outcome who reads it, and the error if there is one
   * @param events what it says, one a line
   */
  public record Case(String name, String block, String outcome, List<String> events) {

    /** A document with this frontmatter alone. */
    public byte[] document() {
      return ("---\n" + block + "---\n").getBytes(UTF_8);
    }
  }

  /** All cases. */
  public static List<Case> read() {
    List<Case> cases = new ArrayList<>();
    String name = "";
    String outcome = "";
    StringBuilder block = new StringBuilder();
    List<String> events = new ArrayList<>();
    for (String line : (resource() + "=== \n").lines().toList()) {
      if (line.startsWith("=== ")) {
        if (!name.isEmpty()) {
          cases.add(new Case(name, shown(block.toString()), outcome, List.copyOf(events)));
        }
        name = line.substring(4);
        outcome = "";
        block.setLength(0);
        events.clear();
      } else if (line.equals("--- both") || line.startsWith("--- java")) {
        outcome = line.substring(4);
      } else if (outcome.isEmpty()) {
        block.append(line).append('\n');
      } else {
        events.add(line);
      }
    }
    assertTrue(cases.size() >= FEWEST, () -> cases.size() + " cases");
    return cases;
  }

  private static String shown(String block) {
    return block
        .replace('␣', ' ')
        .replace('»', '\t')
        .replace('←', '\r')
        .replace('⇔', '\uFEFF')
        .replace('⏎', '\u2028')
        .replace('␀', '\u0007');
  }

  private static String resource() {
    try (InputStream in = YamlCases.class.getResourceAsStream("yaml-cases.txt")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
