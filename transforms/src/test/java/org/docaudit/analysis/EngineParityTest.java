package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.docaudit.analysis.frontmatter.YamlCases;
import org.junit.jupiter.api.Test;

/** Both engines give equal facts for every document. */
class EngineParityTest {

  private static final int BATCH = 256;

  private final EngineParity parity = new EngineParity();

  @Test
  void sampleCorpus() throws IOException {
    parity.assertEqual(compareFolder(Path.of("../sample-corpus")));
  }

  /** {@code -Ddocaudit.parity=FOLDER} compares the documents of any folder. */
  @Test
  void folderOfTheProperty() throws IOException {
    String folder = System.getProperty("docaudit.parity", "");
    assumeTrue(!folder.isEmpty(), "no folder given");
    parity.assertEqual(compareFolder(Path.of(folder)));
  }

  @Test
  void examplesOfTheSpecification() {
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
    for (Example example : examples) {
      parity.compare(example.toString(), utf8(example.getSource()));
    }
    parity.assertEqual(600);
  }

  @Test
  void casesOfYaml() {
    List<YamlCases.Case> cases = YamlCases.read();
    for (YamlCases.Case each : cases) {
      parity.compare(each.name(), each.document());
      parity.compare(each.name() + ", UTF-16", utf16(each.document()));
    }
    parity.assertEqual(2 * cases.size());
  }

  @Test
  void generatedMarkdown() {
    for (int seed = 0; seed < 4_000; seed++) {
      parity.compare("seed " + seed, utf8(generated(seed, GeneratedPieces.MARKDOWN)));
    }
    parity.assertEqual(4_000);
  }

  @Test
  void generatedFrontmatter() {
    for (int seed = 0; seed < 4_000; seed++) {
      String yaml = generated(seed, GeneratedPieces.YAML);
      String end = seed % 50 == 0 ? "" : "\n---\n# Body\n";
      parity.compare("seed " + seed, utf8("---\ntitle: x\n" + yaml + end));
    }
    parity.assertEqual(4_000);
  }

  @Test
  void bytesThatAreNoText() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = utf8(generated(seed, GeneratedPieces.MARKDOWN));
      for (int i = random.nextInt(1, 10); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      parity.compare("seed " + seed, bytes);
      String marked = "\uFEFF" + generated(seed, GeneratedPieces.MARKDOWN);
      parity.compare("UTF-16, seed " + seed, marked.getBytes(UTF_16LE));
      parity.compare("marked, seed " + seed, utf8(marked));
    }
    parity.assertEqual(1_500);
  }

  @Test
  void hostileRepetitions() {
    int kinds = 0;
    for (String unit : GeneratedPieces.REPEATED) {
      for (int size : new int[] {2_000, 40_000}) {
        String text = unit.repeat(Math.max(1, size / unit.length()));
        parity.compare("%s, %d".formatted(unit, size), utf8(text));
        parity.compare("%s in prose, %d".formatted(unit, size), utf8("a\n\n" + text + "a\n"));
        parity.compare("%s in YAML, %d".formatted(unit, size), utf8("---\na: " + text + "\n---\n"));
        kinds += 3;
      }
    }
    parity.assertEqual(kinds);
  }

  private int compareFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(EngineParityTest::isDocument).sorted().toList();
    }
    for (int i = 0; i < files.size(); i += BATCH) {
      Map<String, byte[]> batch = new LinkedHashMap<>();
      for (Path file : files.subList(i, Math.min(files.size(), i + BATCH))) {
        batch.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      parity.compare(batch);
    }
    return files.size();
  }

  private static boolean isDocument(Path path) {
    return Files.isRegularFile(path) && path.toString().matches("(?i).*\\.(md|mdx|markdown)");
  }

  private static String generated(int seed, List<String> pieces) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> text = new ArrayList<>();
    for (int i = random.nextInt(1, 40); i > 0; i--) {
      text.add(pieces.get(random.nextInt(pieces.size())));
    }
    return String.join("", text);
  }

  private static byte[] utf16(byte[] document) {
    return ("\uFEFF" + new String(document, UTF_8)).getBytes(UTF_16LE);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
