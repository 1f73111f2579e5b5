package org.docaudit.pipeline.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Documents with about as much markup as documentation has, of one to four kilobytes, made of
 * chance: the same on every machine.
 */
final class GeneratedDocuments {

  private static final String[] WORDS =
      ("tide gauge harbour the of a and to in water level reading station report is for with "
              + "measure hour signal café Größe naïve данные 潮位 don't e.g. 3.5 cm API_KEY v2.0")
          .split(" ", -1);

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();

  private GeneratedDocuments(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The first so many documents. */
  static List<byte[]> of(int count) {
    List<byte[]> documents = new ArrayList<>(count);
    for (int seed = 0; seed < count; seed++) {
      documents.add(new GeneratedDocuments(seed).document().getBytes(UTF_8));
    }
    return documents;
  }

  private String document() {
    if (random.nextInt(4) > 0) {
      frontmatter();
    }
    text.append("# ").append(words(4)).append("\n\n");
    for (int blocks = random.nextInt(6, 24); blocks > 0; blocks--) {
      block();
    }
    text.append("\n[label]: https://example.org/").append(word()).append(" \"Title\"\n");
    return text.toString();
  }

  private void frontmatter() {
    text.append("---\ntitle: \"").append(words(3)).append("\"\ntags: [tide, ").append(word());
    text.append("]\ncreated: 2026-03-0").append(random.nextInt(1, 10));
    text.append("\nstatus: draft\nauthor:\n  name: ").append(words(2)).append("\n  id: 7\n---\n");
  }

  private void block() {
    switch (random.nextInt(10)) {
      case 0 -> text.append("\n## ").append(words(3)).append("\n\n");
      case 1 -> text.append("```sh\n").append(words(12)).append("\n```\n\n");
      case 2 -> text.append("> ").append(words(10)).append("\n> ").append(words(4)).append("\n\n");
      case 3 -> {
        text.append("| a | b |\n|---|:-:|\n| ").append(words(3)).append(" | ").append(link());
        text.append(" |\n\n");
      }
      case 4 -> {
        for (int i = 1; i < 5; i++) {
          text.append(i)
              .append(". ")
              .append(words(6))
              .append("\n   - ")
              .append(link())
              .append('\n');
        }
        text.append('\n');
      }
      default -> paragraph();
    }
  }

  private void paragraph() {
    for (int lines = random.nextInt(1, 6); lines > 0; lines--) {
      text.append(words(random.nextInt(6, 14))).append(' ').append(span()).append('\n');
    }
    text.append('\n');
  }

  private String span() {
    return switch (random.nextInt(10)) {
      case 0 -> "**" + words(2) + "**";
      case 1 -> "`" + word() + "`";
      case 2 -> "![" + words(2) + "](" + word() + ".png)";
      case 3 -> "<https://example.org/" + random.nextInt(99) + ">";
      case 4 -> "<a href=\"" + word() + ".md\">" + words(2) + "</a>";
      case 5, 6, 7 -> link();
      default -> word() + ".";
    };
  }

  private String link() {
    String target =
        random.nextInt(5) == 0 ? "[label]" : "(../" + word() + "/" + word() + ".md#" + word() + ")";
    return "[" + words(2) + "]" + target;
  }

  private String words(int count) {
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(word());
    }
    return String.join(" ", words);
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
