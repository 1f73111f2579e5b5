package org.docaudit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which engine is used, and what happens where the native one does not load or fails. */
class EnginesTest {

  private static final Path FAULTS =
      Path.of("../native-udf/target/rust/debug", System.mapLibraryName("docaudit"));

  private static final String MISSING =
      "docaudit.native.library names /missing.so, which is no file";

  @Test
  void autoFallsBackAndSaysWhy() throws Exception {
    assertEquals(
        List.of("chosen: " + MISSING, "java gives the same: null"),
        choose("/missing.so", "auto", "# A\n"));
  }

  @Test
  void nativeIsUnavailable() throws Exception {
    List<String> output = choose("/missing.so", "native");
    assertEquals(1, output.size());
    assertTrue(output.get(0).startsWith("unavailable: ") && output.get(0).endsWith(MISSING));
  }

  @Test
  void javaDoesNotLookForTheLibrary() throws Exception {
    assertEquals(
        List.of("chosen: null", "java gives the same: null"),
        choose("/missing.so", "java", "# A\n"));
  }

  @Test
  void namesThatAreNoneAreRefused() {
    assertEquals(
        "there is no engine `rust`",
        assertThrows(IllegalArgumentException.class, () -> Engines.create("rust", Limits.DEFAULT))
            .getMessage());
  }

  @Test
  void batchesThatTheKernelFailsOnGoToJava() throws Exception {
    assumeTrue(EngineParity.NATIVE, "built without cargo");
    List<String> output =
        choose(
            FAULTS.toRealPath().toString(),
            "native",
            "# A\n",
            "fault:formatted-panic\n",
            "fault:too-large\n",
            "# B\n");
    assertEquals(5, output.size(), output::toString);
    assertEquals("chosen: null", output.get(0));
    assertEquals("native gives the same: null", output.get(1));
    String panic =
        "java gives the same: Fallback[code=PANIC, message=document 0 orders a panic (at ";
    assertTrue(output.get(2).startsWith(panic), output.get(2));
    String tooLarge = "java gives the same: Fallback[code=RECORD_TOO_LARGE, message=the record of ";
    assertTrue(output.get(3).startsWith(tooLarge), output.get(3));
    assertEquals("native gives the same: null", output.get(4));
  }

  /** In a JVM of its own, as the library is loaded once and for good. */
  private static List<String> choose(String library, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Ddocaudit.native.library=" + library);
    command.add("-cp");
    // The class path itself is a jar that only names the others.
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ChosenEngine.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }
}
