package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM says that loads the library once and for good. */
class ChildJvmTest {

  @TempDir Path folder;

  /** {@code -Xcheck:jni} prints a line for each breach; so must nothing else be printed. */
  @Test
  void theJvmFindsNothingToWarnOf() throws Exception {
    String output =
        ChildJvm.run(
            EveryKindOfCall.class,
            List.of("-Xcheck:jni", library(BuiltLibrary.withFaults())),
            Map.of());
    assertEquals("202 records, 589 hashes, 1289 failures\n", output);
  }

  @Test
  void aLibraryOfAnotherAbiIsRefused() throws Exception {
    Path library = BuiltLibrary.withFaults();
    assertEquals(
        "%s is of another version: its ABI is %d, not %d%n"
            .formatted(library, NativeKernel.ABI + 1, NativeKernel.ABI),
        ChildJvm.run(LoadOnly.class, List.of(library(library)), Map.of("DOCAUDIT_FAULT_ABI", "")));
  }

  @Test
  void aLibraryOfSomebodyElseIsRefused() throws Exception {
    BuiltLibrary.resource();
    Path other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("prefs"));
    assertEquals(
        "the library that was loaded is not docaudit's\n",
        ChildJvm.run(LoadOnly.class, List.of(library(other)), Map.of()));
  }

  /** The linker would load it, and the JVM would end with SIGBUS. */
  @Test
  void aLibraryThatIsCutOffIsRefused() throws Exception {
    byte[] whole = BuiltLibrary.resource().openStream().readAllBytes();
    Path part = folder.resolve("part.so");
    for (int percent : new int[] {1, 10, 50, 80}) {
      Files.write(part, Arrays.copyOf(whole, whole.length / 100 * percent));
      String output = ChildJvm.run(LoadOnly.class, List.of(library(part)), Map.of());
      assertTrue(output.startsWith("cannot load " + part + ": it is cut off: it has "), output);
    }
  }

  /** Where this machine has such a folder; {@link NativeLibraryTest} has one that is made up. */
  @Test
  void aFolderThatForbidsExecutionIsPassedOver() throws Exception {
    String resource = BuiltLibrary.resource().toString();
    List<Path> folders = noexecFolders();
    assumeTrue(!folders.isEmpty(), "no folder is mounted noexec");
    List<String> options = new ArrayList<>();
    options.add("-D" + NativeLibrary.FOLDER_PROPERTY + "=" + folders.get(0));
    assertEquals("loaded " + resource + "\n", ChildJvm.run(LoadOnly.class, options, Map.of()));
    for (String property : List.of("java.io.tmpdir", "user.home", "user.dir")) {
      options.add("-D" + property + "=" + folders.get(0));
    }
    String output = ChildJvm.run(LoadOnly.class, options, Map.of());
    assertTrue(output.startsWith("the native library could not be loaded from any"), output);
    assertTrue(output.contains(folders.get(0) + ": failed to map segment"), output);
  }

  private static List<Path> noexecFolders() throws IOException {
    try (Stream<String> mounts = Files.lines(Path.of("/proc/mounts"))) {
      return mounts
          .map(mount -> mount.split(" "))
          .filter(fields -> List.of(fields[3].split(",")).containsAll(List.of("rw", "noexec")))
          .filter(fields -> fields[2].equals("tmpfs"))
          .map(fields -> Path.of(fields[1]))
          .filter(Files::isWritable)
          .toList();
    }
  }

  private static String library(Path file) {
    return "-D" + NativeLibrary.LIBRARY_PROPERTY + "=" + file;
  }
}
