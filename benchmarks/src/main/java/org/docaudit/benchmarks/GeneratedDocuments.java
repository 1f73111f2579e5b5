package org.docaudit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Documents like those of real documentation, the same ones on every machine: frontmatter,
 * headings, prose with links and emphasis, lists, tables, code; half to eight KiB, a tenth of the
 * words beyond ASCII.
 */
final class GeneratedDocuments {

  private static final List<String> FREQUENT =
      List.of(
          "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "with", "as", "on", "be",
          "this", "you", "can", "when", "if", "not");

  private static final List<String> SYLLABLES =
      List.of(
          "con", "fig", "ta", "ble", "re", "ver", "sion", "ser", "vice", "tem", "plate", "al", "lo",
          "ca", "tion", "in", "dex", "que", "ry", "meth", "od", "par", "se", "naï", "fé", "ü",
          "ber", "map", "ping", "thread", "pool");

  private static final int VOCABULARY = 4_000;

  private final SplittableRandom random;
  private final List<String> vocabulary;

  private GeneratedDocuments(long seed, List<String> vocabulary) {
    this.random = new SplittableRandom(seed);
    this.vocabulary = vocabulary;
  }

  /** So many documents. */
  static List<byte[]> of(int count) {
    List<String> vocabulary = vocabulary();
    List<byte[]> documents = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      GeneratedDocuments generator = new GeneratedDocuments(number, vocabulary);
      documents.add(generator.document(number).getBytes(UTF_8));
    }
    return documents;
  }

  private static List<String> vocabulary() {
    SplittableRandom random = new SplittableRandom(0);
    List<String> words = new ArrayList<>();
    while (words.size() < VOCABULARY) {
      StringBuilder word = new StringBuilder();
      for (int left = random.nextInt(1, 5); left > 0; left--) {
        word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
      words.add(word.toString());
    }
    return words;
  }

  private String document(int number) {
    StringBuilder out = new StringBuilder();
    frontmatter(number, out);
    out.append("# Page ").append(number).append(": ").append(words(3)).append("\n\n");
    // Most documents are short, some are long.
    int size = 512 << random.nextInt(5);
    while (out.length() < size) {
      section(out);
    }
    return out.toString();
  }

  private void frontmatter(int number, StringBuilder out) {
    out.append(
        """
        ---
        title: "Page %d: %s"
        description: "%s %s %s"
        date: 2024-05-%02d
        tags: [%s, %s]
        author:
          name: %s
          id: %d
        helpviewer_keywords:
          - "%s"
          - "%s"
        ---

        """
            .formatted(
                number,
                word(),
                word(),
                word(),
                word(),
                random.nextInt(1, 29),
                word(),
                word(),
                word(),
                random.nextInt(10_000),
                words(2),
                word()));
  }

  private void section(StringBuilder out) {
    switch (random.nextInt(8)) {
      case 0 -> out.append("## ").append(words(4)).append("\n\n");
      case 1 -> {
        for (int item = 0; item < 4; item++) {
          out.append("- ").append(sentence()).append('\n');
        }
        out.append('\n');
      }
      case 2 -> out.append("```cpp\nint ").append(word()).append(" = 1;\n\treturn 0;\n```\n\n");
      case 3 -> {
        out.append("| Name | Value |\n|---|---|\n");
        for (int row = 0; row < 3; row++) {
          out.append("| `").append(word()).append("` | ").append(words(4)).append(" |\n");
        }
        out.append('\n');
      }
      default -> {
        for (int line = 0; line < 3; line++) {
          out.append(sentence()).append('\n');
        }
        out.append('\n');
      }
    }
  }

  private String sentence() {
    List<String> pieces = new ArrayList<>();
    for (int left = random.nextInt(8, 20); left > 0; left--) {
      pieces.add(piece());
    }
    String text = String.join(" ", pieces);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private String piece() {
    return switch (random.nextInt(40)) {
      case 0 ->
          "[%s](../%s/page-%d.md#%s)".formatted(words(2), word(), random.nextInt(500), word());
      case 1 -> "`" + word() + "`";
      case 2 -> "**" + words(2) + "**";
      case 3 -> "name_" + random.nextInt(5_000);
      case 4 -> "don't";
      default -> word();
    };
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      words.add(word());
    }
    return String.join(" ", words);
  }

  /** Words are as uneven as in a language: half of them come from the most frequent ones. */
  private String word() {
    return random.nextBoolean()
        ? FREQUENT.get(random.nextInt(FREQUENT.size()))
        : vocabulary.get(random.nextInt(1 + random.nextInt(vocabulary.size())));
  }
}
