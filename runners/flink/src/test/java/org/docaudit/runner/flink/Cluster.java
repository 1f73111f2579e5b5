package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The script {@code cluster} and the processes that it starts. */
final class Cluster {

  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""), "cluster").toAbsolutePath();

  private final Path state;
  private final String javaOptions;
  private String address = "";

  /** What a command printed, and how it ended. */
  record Result(int code, List<String> lines) {}

  /**
   * @param folder that may be filled
   * @param javaOptions for all its processes
   */
  Cluster(Path folder, String javaOptions) {
    this.state = folder.resolve("cluster");
    this.javaOptions = javaOptions;
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(state.getParent(), "cluster", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCAUDIT_CLUSTER_DIR", state.toString());
    builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
    // To a file: the processes that it starts keep a pipe open.
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("cluster hangs: " + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readAllLines(output));
  }

  void start(int taskManagers, int slots) throws IOException, InterruptedException {
    Result result =
        run(
            "start",
            "--task-managers",
            String.valueOf(taskManagers),
            "--slots",
            String.valueOf(slots),
            "--port",
            String.valueOf(freePort()));
    assertEquals(0, result.code(), result.lines()::toString);
    address = result.lines().get(result.lines().size() - 1);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return address;
  }

  ProcessHandle process(String name) throws IOException {
    long pid = Long.parseLong(Files.readString(state.resolve("pids/" + name)).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** What Flink's REST interface says. */
  JsonNode rest(String path) throws IOException {
    return new ObjectMapper().readTree(URI.create("http://" + address + path).toURL());
  }

  /** The job that was started last, as the overview has it; other paths answer from a cache. */
  private JsonNode last() throws IOException {
    JsonNode last = MissingNode.getInstance();
    for (JsonNode job : rest("/jobs/overview").get("jobs")) {
      if (last.isMissingNode()
          || job.get("start-time").asLong() > last.get("start-time").asLong()) {
        last = job;
      }
    }
    return last;
  }

  /** The id of the job that was started last. */
  String lastJob() throws IOException {
    return last().path("jid").asText();
  }

  /** Waits until that job has run for so long. */
  void awaitDuration(int millis) throws IOException, InterruptedException {
    while (last().get("duration").asLong() < millis) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Waits for a job other than that one, with tasks that run. */
  String awaitRunningJob(String other) throws IOException, InterruptedException {
    for (int tries = 0; tries < 2_400; tries++) {
      JsonNode job = last();
      if (!job.path("jid").asText().equals(other) && job.at("/tasks/running").asInt() > 20) {
        return job.get("jid").asText();
      }
      TimeUnit.MILLISECONDS.sleep(25);
    }
    throw new AssertionError("no job runs");
  }

  String status(String job) throws IOException {
    return rest("/jobs/" + job + "/status").get("status").asText();
  }

  /** Waits until a job is in a state, for two minutes. */
  void awaitStatus(String job, String status) throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_200 && !status(job).equals(status); tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(status, status(job));
  }

  /** No process of a task manager can write larger files, until it is lifted with -1. */
  void limitFiles(long bytes) throws IOException, InterruptedException {
    String limit = bytes < 0 ? "unlimited" : String.valueOf(bytes);
    for (long pid : taskManagers()) {
      command("prlimit", "--pid=" + pid, "--fsize=" + limit + ":unlimited");
    }
  }

  void signalTaskManagers(String signal) throws IOException, InterruptedException {
    for (long pid : taskManagers()) {
      command("kill", "-" + signal, String.valueOf(pid));
    }
  }

  private static void command(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  /** Their process ids. */
  Set<Long> taskManagers() throws IOException {
    Set<Long> pids = new TreeSet<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(state.resolve("pids"), "task-manager-*")) {
      for (Path file : files) {
        pids.add(process(file.getFileName().toString()).pid());
      }
    }
    return pids;
  }

  /** What lies in the folder for temporary files, by name. */
  List<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("tmp"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  void stop() throws IOException, InterruptedException {
    Result result = run("stop");
    assertEquals(0, result.code(), result.lines()::toString);
  }
}
