package org.docaudit.runner.flink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Tells a cluster that the client of a job lives, on a thread of its own. A cluster that no longer
 * hears so cancels the job, so that nobody's job does not hold the slots of others.
 *
 * <p>Flink 1.19 has a client for this, but the message that it sends is one that Flink 1.19
 * rejects: an object, where the time alone is read.
 */
final class ClientHeartbeat implements AutoCloseable {

  private final URI uri;
  private final Duration interval;
  private final Duration timeout;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread thread = new Thread(this::run, "docaudit-heartbeat");

  private ClientHeartbeat(URI uri, Duration interval, Duration timeout) {
    this.uri = uri;
    this.interval = interval;
    this.timeout = timeout;
    thread.setDaemon(true);
  }

  /**
   * Begins.
   *
   * @param settings those with which the job was submitted
   */
  static ClientHeartbeat start(FlinkCluster cluster, JobID job, Configuration settings) {
    ClientHeartbeat heartbeat =
        new ClientHeartbeat(
            cluster.uri("/jobs/" + job + "/clientHeartbeat"),
            Duration.ofMillis(settings.get(ClientOptions.CLIENT_HEARTBEAT_INTERVAL)),
            Duration.ofMillis(settings.get(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT)));
    heartbeat.thread.start();
    return heartbeat;
  }

  private void run() {
    try {
      while (true) {
        beat();
        Thread.sleep(interval.toMillis());
      }
    } catch (InterruptedException e) {
      // The job has ended.
    }
  }

  private void beat() throws InterruptedException {
    String expiry = String.valueOf(System.currentTimeMillis() + timeout.toMillis());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
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
