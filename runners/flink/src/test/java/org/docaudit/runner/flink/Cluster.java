package org.docaudit.runner.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script {@code cluster} and the processes that it starts. */
final class Cluster {

  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""), "cluster").toAbsolutePath();

  private final Path state;
  private String address = "";

  /** What a command printed, and how it ended. */
  record Result(int code, List<String> lines) {}

  /**
   * @param folder that may be filled
   */
  Cluster(Path folder) {
    this.state = folder.resolve("cluster");
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(state.getParent(), "cluster", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCAUDIT_CLUSTER_DIR", state.toString());
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

  /** The id of the job that was started last. */
  String lastJob() throws IOException {
    JsonNode last = null;
    for (JsonNode job : rest("/jobs/overview").get("jobs")) {
      if (last == null || job.get("start-time").asLong() > last.get("start-time").asLong()) {
        last = job;
      }
    }
    return last == null ? "" : last.get("jid").asText();
  }

  /** Waits for a job other than that one, all of whose tasks run. */
  String awaitRunningJob(String other) throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_200; tries++) {
      String job = lastJob();
      if (!job.equals(other) && rest("/jobs/" + job).at("/status-counts/RUNNING").asInt() > 20) {
        return job;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no job runs");
  }

  void stop() throws IOException, InterruptedException {
    Result result = run("stop");
    assertEquals(0, result.code(), result.lines()::toString);
  }
}
