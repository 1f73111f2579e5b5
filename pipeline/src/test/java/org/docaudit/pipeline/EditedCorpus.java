package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A small corpus to which random things happen, the same for the same seed. */
final class EditedCorpus {

  private static final String CONFIG = "docaudit.yaml";

  private static final List<String> CONFIGS =
      List.of(
          "links:\n  ignore: ['^https:']\n",
          "links:\n  site-roots: ['/', '/area1']\n  folder-index: required\n",
          "unique: [title]\n",
          "schemas:\n  - paths: [/area1/**]\n    schema: standard\n",
          "severity:\n  link/missing-file: warning\n");

  private final Path root;
  private final Random random;
  private final TreeSet<String> documents = new TreeSet<>();
  private final TreeSet<String> assets = new TreeSet<>();

  /** Old enough to be trusted; moves on by a second with each file that is written. */
  private Instant clock = Instant.now().minus(Duration.ofDays(2));

  EditedCorpus(Path root, long seed, int size) {
    this.root = root;
    this.random = new Random(seed);
    for (int i = 0; i < size; i++) {
      add();
    }
    // Alone in its batch, so that there are several batches, shards and buckets.
    write(
        "area1/m-large.md",
        "# Large\n\n" + ("Slack water and spring tide. ".repeat(15) + "\n\n").repeat(10_000));
    asset();
  }

  int size() {
    return documents.size();
  }

  /** Does something to it. */
  void edit() {
    switch (random.nextInt(13)) {
      case 0, 1 -> add();
      case 2, 3, 4 -> write(any(), content());
      case 5 -> delete(any());
      case 6 -> rename(any());
      case 7 -> write(any(), text(any()));
      case 8 -> sameSize(any());
      case 9 -> touch(any());
      case 10 -> chmod(any());
      case 11 -> asset();
      default -> write(CONFIG, CONFIGS.get(random.nextInt(CONFIGS.size())));
    }
  }

  private String any() {
    List<String> paths = new ArrayList<>(documents);
    return paths.get(random.nextInt(paths.size()));
  }

  private void add() {
    write("area" + random.nextInt(3) + "/page" + random.nextInt(60) + ".md", content());
  }

  private void asset() {
    if (assets.isEmpty() || random.nextBoolean()) {
      String path = "area" + random.nextInt(3) + "/chart.png";
      write(path, "x");
      assets.add(path);
    } else {
      delete(assets.first());
    }
  }

  /** Links to what is there, what is not, and what may come. */
  private String content() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) > 0) {
      text.append("---\ntitle: Tide ").append(random.nextInt(4)).append("\ndate: soon\n---\n");
    }
    text.append("# Heading ").append(random.nextInt(4)).append("\n\n");
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(
          "Water [here](../area%d/page%d.md#heading-%d) stands high. "
              .formatted(random.nextInt(3), random.nextInt(60), random.nextInt(4)));
    }
    text.append("\n![chart](chart.png) [root](/area1/page1.md) <https://example.org/>\n");
    text.append("tide ".repeat(random.nextInt(3))).append("gauge").append(random.nextInt(20));
    return text.append("\n").toString();
  }

  private void sameSize(String path) {
    byte[] bytes = text(path).getBytes(UTF_8);
    bytes[bytes.length - 2] = (byte) (bytes[bytes.length - 2] == 'q' ? 'z' : 'q');
    write(path, new String(bytes, UTF_8));
  }

  /** A modification time of just now: the next edit may have the same. */
  private void touch(String path) {
    time(path, Instant.now());
  }

  private void chmod(String path) {
    try {
      Files.setPosixFilePermissions(
          root.resolve(path), PosixFilePermissions.fromString("r-xr--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rename(String path) {
    String to = "area" + random.nextInt(3) + "/moved" + random.nextInt(9) + ".md";
    try {
      Files.createDirectories(root.resolve(to).getParent());
      Files.deleteIfExists(root.resolve(to));
      Files.move(root.resolve(path), root.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    documents.remove(path);
    documents.add(to);
  }

  private void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    documents.remove(path);
    assets.remove(path);
  }

  private String text(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file); // It may have lost its permissions.
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clock = clock.plusSeconds(1);
    time(path, clock);
    if (path.endsWith(".md")) {
      documents.add(path);
    }
  }

  private void time(String path, Instant time) {
    try {
      Files.setLastModifiedTime(root.resolve(path), FileTime.from(time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
