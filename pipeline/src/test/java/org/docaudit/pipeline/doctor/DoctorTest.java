package org.docaudit.pipeline.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docaudit.analysis.AnalysisEngine;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.NativeEngine;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.nativeudf.NativeDescription;
import org.docaudit.nativeudf.NativeLibrary;
import org.docaudit.nativeudf.NativePlatform;
import org.docaudit.nativeudf.NativeUnavailableException;
import org.docaudit.pipeline.EngineChoice;
import org.junit.jupiter.api.Test;

class DoctorTest {

  /**
   * The Java engine under another name; reads {@code tide} as {@code tied} where it is to differ.
   */
  private record Other(boolean differs) implements AnalysisEngine, Doctor.Native {

    @Override
    public ParsedBatch parse(List<byte[]> documents) {
      List<byte[]> read = new ArrayList<>();
      for (byte[] document : documents) {
        String text = new String(document, UTF_8);
        read.add((differs ? text.replace("# tide ", "# tied ") : text).getBytes(UTF_8));
      }
      ParsedBatch parsed = new JavaEngine(Limits.DEFAULT).parse(read);
      return new ParsedBatch(
          "other", parsed.documents(), parsed.words(), parsed.times(), parsed.fallback());
    }

    @Override
    public NativeDescription describe() {
      return new NativeDescription(
          new NativeLibrary.Loaded(
              "jar:file:/x.jar!/lib.so", "/tmp", List.of("/own: failed to map segment")),
          7,
          "1.2.3",
          Map.of("SHA-256", "sha-ni"));
    }

    @Override
    public AnalysisEngine engine() {
      return this;
    }
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Doctor doctor(Doctor.Native library) {
    return new Doctor(new PrintStream(out, true, UTF_8), library, new EngineTrial(0, 0));
  }

  /** What was found, without the surroundings, and with an asterisk for each measured figure. */
  private String found() {
    String text = out.toString(UTF_8).replaceAll("[0-9.]+ MB/s", "* MB/s");
    text = text.replaceAll("ratio [0-9.]+", "ratio *").replaceAll("[\\d,]+ facts", "* facts");
    List<String> lines = text.lines().toList();
    assertTrue(lines.get(0).matches("docaudit    \\d+\\.\\d+\\.\\d+, Apache Beam 2\\..*"), text);
    assertTrue(
        lines.get(1).matches("Platform    " + NativePlatform.name() + ", \\d+ processors"), text);
    assertTrue(lines.get(2).startsWith("Java        " + Runtime.version() + " ("), text);
    return String.join("\n", lines.subList(3, lines.size()));
  }

  @Test
  void enginesThatAgree() {
    assertEquals(Optional.empty(), doctor(new Other(false)).examine(EngineChoice.AUTO, "default"));
    assertEquals(
        """
        Engine      auto, by default
        Native      version 1.2.3, ABI 7
          library   jar:file:/x.jar!/lib.so
          unpacked  in /tmp
          not in    /own: failed to map segment
          CPU       SHA-256 sha-ni
        Agreement   1,000 documents, * facts compared, 0 documents differ
        Throughput  native * MB/s, java * MB/s, ratio *; one thread, 2.6 MB of generated Markdown
        Verdict     all is well; audits use the native engine""",
        found());
  }

  @Test
  void enginesThatDoNot() {
    int differing = 0;
    for (byte[] document : GeneratedDocuments.of(1_000)) {
      differing += new String(document, UTF_8).contains("# tide ") ? 1 : 0;
    }
    assertTrue(differing > 10, "so few: " + differing);
    assertEquals(
        Optional.of(
            "the engines disagree on "
                + differing
                + " of 1000 documents; use --engine java until that is mended"),
        doctor(new Other(true)).examine(EngineChoice.AUTO, "default"));
    String found = found();
    assertTrue(
        found.contains(
            "Agreement   1,000 documents, * facts compared, " + differing + " documents differ\n"),
        found);
    assertTrue(found.matches("(?s).*\\n {12}document \\d+, sha256: java [0-9a-f]{64}, native .*"));
    assertEquals(3, found.split("\\n {12}document ", -1).length - 1);
  }

  /** Both ways not to have the engine come from the loader itself. */
  private static final class Missing implements Doctor.Native {

    private final NativeUnavailableException why;

    Missing(NativeUnavailableException why) {
      this.why = why;
    }

    @Override
    public NativeDescription describe() throws NativeUnavailableException {
      throw why;
    }

    @Override
    public AnalysisEngine engine() throws NativeUnavailableException {
      throw why;
    }
  }

  @Test
  void aPureJavaBuildIsWell() {
    Missing none = new Missing(new NativeUnavailableException("this build has no library", true));
    assertEquals(Optional.empty(), doctor(none).examine(EngineChoice.AUTO, "default"));
    assertEquals(
        """
        Engine      auto, by default
        Native      none: this build has no library
        Throughput  java * MB/s
        Verdict     all is well; audits use the java engine""",
        found());
    assertEquals(
        Optional.of("the native engine is demanded by DOCAUDIT_ENGINE, but there is none"),
        doctor(none).examine(EngineChoice.NATIVE, "DOCAUDIT_ENGINE"));
  }

  @Test
  void aLibraryThatCannotBeLoadedIsNot() {
    Missing broken =
        new Missing(new NativeUnavailableException("/tmp: no room; /home: none", false));
    assertEquals(
        Optional.of("the native engine should work here, but cannot be used"),
        doctor(broken).examine(EngineChoice.JAVA, "DOCAUDIT_ENGINE"));
    assertEquals(
        """
        Engine      java, by DOCAUDIT_ENGINE
        Native      cannot be used: /tmp: no room; /home: none
        Throughput  java * MB/s""",
        found());
  }

  @Test
  void theEnginesOfThisBuildAgree() throws Exception {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    EngineTrial.Agreement agreement =
        new EngineTrial(0, 0).agreement(NativeEngine.create(Limits.DEFAULT));
    assertEquals(List.of(), agreement.examples());
    assertEquals(0, agreement.differing());
    assertEquals(1_000, agreement.documents());
    assertTrue(agreement.facts() > 30_000, agreement::toString);
  }

  @Test
  void documentsAreTheSameEachTime() {
    List<byte[]> documents = GeneratedDocuments.of(20);
    List<byte[]> again = GeneratedDocuments.of(20);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(documents.get(i), again.get(i));
    }
  }
}
