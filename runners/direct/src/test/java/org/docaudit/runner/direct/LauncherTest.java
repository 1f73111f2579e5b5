package org.docaudit.runner.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a folder of its own, with a Java and a Maven that only say that they were called
 * and a PATH that holds nothing else but the tools of every POSIX system.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../../docaudit").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "locale",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "stty",
          "tail",
          "tr");

  @TempDir Path folder;
  private Path home;
  private Path bin;

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void install() throws Exception {
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("the home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(LAUNCHER, home.resolve("docaudit"));
    for (String file :
        List.of(
            ".mvn/jvm.config",
            "pom.xml",
            "pipeline/pom.xml",
            "pipeline/src/main/A.java",
            "runners/direct/pom.xml",
            "runners/direct/src/main/B.java",
            "runners/flink/pom.xml",
            "runners/flink/src/main/C.java",
            "stores/s3/pom.xml",
            "stores/s3/src/main/D.java",
            "stores/gcs/pom.xml",
            "stores/hdfs/pom.xml")) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.writeString(home.resolve(file), "");
    }
    age(home);
    for (String tool : TOOLS) {
      Stream.of("/usr/bin", "/bin")
          .map(place -> Path.of(place, tool))
          .filter(Files::exists)
          .findFirst()
          .ifPresent(found -> link(bin.resolve(tool), found));
    }
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An hour old, so that no clock's steps matter. */
  private static void age(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
      }
    }
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void installJava(String version) throws IOException {
    script(
        bin.resolve("java"),
        "[ \"$*\" = -version ] && echo 'openjdk version \""
            + version
            + "\" 2021-09-14' >&2 && exit\n"
            + "pwd -P >'"
            + folder
            + "/started-in'\n"
            + "for argument; do printf '<%s>' \"$argument\"; done; exit 7");
    script(bin.resolve("javac"), "");
  }

  private void installMaven(String body) throws IOException {
    script(bin.resolve("mvn"), "echo \"$PWD $*\" >>'" + folder + "/builds'\n" + body);
  }

  private Result launch(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Result(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private Result launch(String... arguments) throws Exception {
    return launch(home.resolve("docaudit"), Map.of(), arguments);
  }

  private List<String> builds() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    assertEquals(
        new Result(
            2, "", "docaudit: Java is missing: install Java 17 or later, or set JAVA_HOME\n"),
        launch("audit", "x"));
    assertEquals(
        new Result(2, "", "docaudit: JAVA_HOME is /nowhere, but there is no bin/java in it\n"),
        launch(home.resolve("docaudit"), Map.of("JAVA_HOME", "/nowhere")));
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    for (String version : List.of("1.8.0_292", "11.0.2", "16")) {
      installJava(version);
      String message = " is Java " + version + "; Java 17 or later is needed\n";
      assertEquals(new Result(2, "", "docaudit: " + bin + "/java" + message), launch("audit"));
    }
  }

  @Test
  void asksTheReleaseFileFirst() throws Exception {
    Path jdk = folder.resolve("jdk");
    script(jdk.resolve("bin/java"), "exit 9");
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.1\"\n");
    assertEquals(
        new Result(
            2, "", "docaudit: " + jdk + "/bin/java is Java 11.0.1; Java 17 or later is needed\n"),
        launch(home.resolve("docaudit"), Map.of("JAVA_HOME", jdk.toString())));
  }

  @Test
  void saysThatMavenOrTheCompilerIsMissing() throws Exception {
    installJava("17.0.1");
    assertEquals(
        new Result(
            2,
            "",
            "docaudit: Maven is missing: install Maven 3.8 or later, which the first use needs to"
                + " build docaudit\n"),
        launch("audit"));
    installMaven("");
    Files.delete(bin.resolve("javac"));
    Result result = launch("audit");
    assertEquals(2, result.code());
    assertTrue(result.err().startsWith("docaudit: the Java compiler is missing: "), result.err());
    assertEquals(List.of(), builds());
  }

  @Test
  void buildsOnceThenStartsAtOnceFromAnywhere() throws Exception {
    installJava("21");
    installMaven("");
    Result first = launch("audit", "a b", "--output=*");
    assertEquals(7, first.code(), "the exit code is that of Java");
    assertTrue(first.err().startsWith("docaudit: building; "), first.err());
    assertEquals(1, first.err().lines().count());
    String started =
        "<-Xmx2g><-XX:+UseParallelGC><-XX:TieredStopAtLevel=1><-XX:SharedArchiveFile="
            + home
            + "/runners/direct/target/docaudit/classes.jsa><-Xshare:auto><-Xlog:disable>"
            + "<-Xlog:all=error:stderr><-Dfile.encoding=UTF-8>"
            + "<-Ddocaudit.terminals=><-Ddocaudit.columns=80><-cp><"
            + home
            + "/runners/direct/target/docaudit/lib/*><org.docaudit.runner.direct.Main>";
    assertEquals(started + "<audit><a b><--output=*>", first.out());
    assertEquals(
        List.of(home + " -q -B -Dmaven.test.skip=true -pl runners/direct -am package"), builds());

    link(folder.resolve("one"), Path.of("the home/docaudit"));
    link(bin.resolve("two"), Path.of("../one"));
    assertEquals(new Result(7, started, ""), launch(bin.resolve("two"), Map.of()));
    // Paths on the command line are those of the user's folder.
    assertEquals(folder + "\n", Files.readString(folder.resolve("started-in")));
    assertEquals(1, builds().size());
  }

  @Test
  void buildsAndStartsFlinkApart() throws Exception {
    installJava("17");
    installMaven("");
    for (String option : List.of("--runner=FlinkRunner", "--runner=flink", "--flinkMaster=h:1")) {
      Result started = launch("audit", "a b", option);
      assertEquals(7, started.code());
      assertTrue(
          started
              .out()
              .endsWith(
                  "<"
                      + home
                      + "/runners/flink/target/docaudit/lib/*><org.docaudit.runner.flink.Main>"
                      + "<audit><a b><"
                      + option
                      + ">"),
          started.out());
      assertTrue(
          started.out().contains("=" + home + "/runners/flink/target/docaudit/classes.jsa>"),
          started.out());
    }
    String build = home + " -q -B -Dmaven.test.skip=true -pl runners/%s -am package";
    assertEquals(List.of(build.formatted("flink")), builds());
    launch("audit", "a b", "--runner=DirectRunner");
    assertEquals(List.of(build.formatted("flink"), build.formatted("direct")), builds());
  }

  @Test
  void buildsAndAddsAStoreThatAnArgumentNames() throws Exception {
    installJava("17");
    installMaven("");
    String own = "<-cp><" + home + "/runners/direct/target/docaudit/lib/*";
    String stores = own + ":" + home + "/stores/s3/target/docaudit/lib/*>";
    String build = home + " -q -B -Dmaven.test.skip=true -pl %s -am package";
    assertTrue(launch("audit", "s3.md", "--exclude=s3:/*").out().contains(own + ">"));
    assertEquals(List.of(build.formatted("runners/direct")), builds());
    for (String argument : List.of("s3://b/docs", "--output=s3://b/report", "S3://b")) {
      assertTrue(launch("audit", "docs", argument).out().contains(stores), argument);
    }
    assertEquals(
        List.of(build.formatted("runners/direct"), build.formatted("stores/s3")), builds());
    age(home);
    Files.writeString(home.resolve("pipeline/src/main/A.java"), "changed");
    assertTrue(launch("audit", "s3://b/x", "s3://b/y").out().contains(stores));
    assertEquals(build.formatted("runners/direct,stores/s3"), builds().get(2));
    String all =
        "<-cp><%1$s/stores/hdfs/%2$s/*:%1$s/runners/direct/%2$s/*:%1$s/stores/gcs/%2$s/*>"
            .formatted(home, "target/docaudit/lib");
    assertTrue(launch("audit", "gs://b/x", "--output=hdfs://h/y").out().contains(all));
    assertEquals(
        home + " -q -B -Dmaven.test.skip=true -Pgcs -Phdfs -pl stores/gcs,stores/hdfs -am package",
        builds().get(3));
    assertEquals(4, builds().size());
  }

  @Test
  void buildsAgainWhereASourceIsNewerOrGone() throws Exception {
    installJava("17");
    installMaven("");
    launch();
    age(home);
    Files.writeString(home.resolve("pipeline/src/main/A.java"), "changed");
    launch();
    assertEquals(2, builds().size());
    launch();
    assertEquals(2, builds().size());
    age(home);
    Files.delete(home.resolve("runners/direct/src/main/B.java"));
    launch();
    assertEquals(3, builds().size());
  }

  @Test
  void showsWhyABuildFailedAndTriesAgain() throws Exception {
    installJava("17");
    installMaven("echo '[ERROR] no such plug-in'; exit 1");
    for (int i = 1; i <= 2; i++) {
      Result result = launch("audit");
      assertEquals(3, result.code());
      assertEquals("", result.out());
      assertTrue(result.err().contains("\n[ERROR] no such plug-in\n"), result.err());
      assertTrue(
          result
              .err()
              .endsWith(
                  "docaudit: the build failed; the whole log is "
                      + home
                      + "/runners/direct/target/docaudit/build.log\n"),
          result.err());
      assertEquals(i, builds().size());
    }
  }

  @Test
  void givesJavaMoreOptionsIfItTakesThem() throws Exception {
    installJava("17");
    installMaven("");
    Map<String, String> options = Map.of("DOCAUDIT_JAVA_OPTS", "-Xmx4g -Da=b");
    // The Java of this test fails with options, as a real one does with options it does not know.
    Result rejected = launch(home.resolve("docaudit"), options);
    assertEquals(2, rejected.code());
    assertTrue(rejected.err().startsWith("docaudit: Java rejects DOCAUDIT_JAVA_OPTS"));
    script(
        bin.resolve("java"),
        "case \"$*\" in *-version) echo 'version \"17\"' >&2; exit ;; esac\n"
            + "for argument; do printf '<%s>' \"$argument\"; done");
    Result accepted = launch(home.resolve("docaudit"), options);
    assertEquals(0, accepted.code(), accepted.err());
    assertTrue(accepted.out().contains("<-Xmx4g><-Da=b><-cp>"), accepted.out());
  }

  @Test
  void largeCorporaGetBothCompilersSoonerInJava() throws Exception {
    installJava("17");
    installMaven("");
    script(bin.resolve("timeout"), "shift; exec \"$@\"");
    script(bin.resolve("du"), "echo '2000000 docs'");
    String docs = Files.createDirectory(folder.resolve("docs")).toString();
    Path library = home.resolve("native-udf/target/classes/native");
    assertFalse(launch("audit", docs).out().contains("TieredStopAtLevel"), "no native library");
    Files.createDirectories(library);
    assertTrue(launch("audit", docs).out().contains("<-XX:TieredStopAtLevel=1>"));
    assertTrue(launch("audit", "--engine", "native", docs).out().contains("TieredStopAtLevel"));
    assertFalse(launch("audit", "--engine", "java", docs).out().contains("TieredStopAtLevel"));
    assertFalse(launch("audit", "--engine=java", docs).out().contains("TieredStopAtLevel"));
    Map<String, String> java = Map.of("DOCAUDIT_ENGINE", "java");
    assertFalse(launch(home.resolve("docaudit"), java, "audit", docs).out().contains("Tiered"));
    script(bin.resolve("du"), "echo '4000000 docs'");
    assertFalse(launch("audit", docs).out().contains("TieredStopAtLevel"));
  }

  @Test
  void whereFactsAreKeptOneCompilerIsEnough() throws Exception {
    installJava("17");
    installMaven("");
    script(bin.resolve("timeout"), "shift; exec \"$@\"");
    script(bin.resolve("du"), "echo '9000000 docs'");
    String docs = Files.createDirectory(folder.resolve("docs")).toString();
    String report = folder.resolve("a report").toString();
    String[] incremental = {"audit", docs, "--incremental", "--output", report};
    assertFalse(launch(incremental).out().contains("TieredStopAtLevel"), "nothing to keep yet");
    Files.createDirectories(folder.resolve("a report/facts"));
    assertTrue(launch(incremental).out().contains("<-XX:TieredStopAtLevel=1>"));
    assertTrue(
        launch("audit", docs, "--incremental", "--output=" + report).out().contains("Tiered"));
    assertFalse(launch("audit", docs, "--output=" + report).out().contains("Tiered"));
    assertFalse(launch("audit", docs, "--incremental").out().contains("Tiered"));
  }

  @Test
  void ofTwoFirstUsesAtOnceOneBuilds() throws Exception {
    installJava("17");
    installMaven("cat '" + folder + "/wait' >/dev/null");
    assumeTrue(Files.exists(bin.resolve("flock")));
    assertEquals(
        0, new ProcessBuilder("mkfifo", folder.resolve("wait").toString()).start().waitFor());
    List<Process> uses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ProcessBuilder builder = new ProcessBuilder(home.resolve("docaudit").toString());
      builder.environment().put("PATH", bin.toString());
      builder.environment().remove("JAVA_HOME");
      uses.add(
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    // Opening the pipe waits until a build reads it; closing it lets that build end.
    Files.newOutputStream(folder.resolve("wait")).close();
    for (Process use : uses) {
      assertEquals(7, use.waitFor());
    }
    assertEquals(1, builds().size());
  }
}
