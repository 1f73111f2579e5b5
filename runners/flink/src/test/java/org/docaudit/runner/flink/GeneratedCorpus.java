package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.docaudit.pipeline.AuditJob;
import org.docaudit.pipeline.Docaudit;

/** A corpus of any size, the same at every call. */
final class GeneratedCorpus {

  private GeneratedCorpus() {}

  /** Documents in forty folders, with links between them, some broken, and some copies. */
  static void write(Path corpus, int documents, int words) throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < documents; i++) {
      StringBuilder text = new StringBuilder("---\ntitle: Title " + random.nextInt(documents));
      text.append("\n---\n# Page ").append(i % 900).append("\n\n");
      for (int link = 0; link < 5; link++) {
        int target = random.nextInt(documents + 50);
        text.append("[to](../%d/p%d.md#page-%d) ".formatted(target % 40, target, target % 901));
      }
      for (int word = 0; word < words; word++) {
        text.append("word").append((char) ('a' + random.nextInt(26))).append(' ');
      }
      Path file = corpus.resolve("%d/p%d.md".formatted(i % 40, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, i % 100 == 0 ? "# The same\n" : text);
    }
    Files.writeString(corpus.resolve("docaudit.yaml"), "unique: [title]\n");
  }

  /** The same corpus in one file, whose ending says in which form. */
  static Path pack(Path corpus, Path file) {
    assertEquals(
        0,
        Docaudit.run(
            new AuditJob(List.of()), "pack", corpus.toString(), "--output=" + file, "--quiet"));
    return file;
  }
}
