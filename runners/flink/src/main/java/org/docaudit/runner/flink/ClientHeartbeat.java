package org.docaudit.runner.flink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.flink.api.common.JobID;

/**
 * Tells a cluster that the client of a job lives, on a thread of its own. A cluster that no longer
 * hears so cancels the job, so that nobody's job does not hold the slots of others.
 *
 * <p>Flink 1.19 has a client for this, but the message that it sends is one that Flink 1.19
 * rejects: an object, where the time alone is read.
 */
final class ClientHeartbeat implements AutoCloseable {

  /** A cluster that has not heard for so long cancels the job. */
  static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final URI uri;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread thread = new Thread(this::run, "docaudit-heartbeat");

  private ClientHeartbeat(URI uri) {
    this.uri = uri;
    thread.setDaemon(true);
  }

  /** Begins. */
  static ClientHeartbeat start(FlinkCluster cluster, JobID job) {
    ClientHeartbeat heartbeat =
        new ClientHeartbeat(cluster.uri("/jobs/" + job + "/clientHeartbeat"));
    heartbeat.thread.start();
    return heartbeat;
  }

  private void run() {
    try {
      while (true) {
        beat();
        Thread.sleep(INTERVAL.toMillis());
      }
    } catch (InterruptedException e) {
      // The job has ended.
    }
  }

  private void beat() throws InterruptedException {
    String expiry = String.valueOf(System.currentTimeMillis() + TIMEOUT.toMillis());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(INTERVAL)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(expiry))
            .build();
    try {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      // Another one follows, and who waits for the job learns more.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
