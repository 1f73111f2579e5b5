package org.docaudit.runner.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import org.docaudit.pipeline.AuditException;

/**
 * A running cluster.
 *
 * @param host of its REST address
 * @param port of its REST address
 * @param slots of all its task managers
 */
record FlinkCluster(String host, int port, int slots) {

  private static final int DEFAULT_PORT = 8081;
  private static final int TIMEOUT_MILLIS = 10_000;

  /**
   * Asks a cluster for its size.
   *
   * @param master {@code HOST}, {@code HOST:PORT} or the URL of its web interface
   * @throws AuditException where the address is none, where nobody answers there, or where the
   *     cluster has no task manager
   */
  static FlinkCluster at(String master) throws AuditException {
    URI address = parse(master);
    int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
    String shown = address.getHost() + ":" + port;
    JsonNode overview;
    try {
      URI uri = new FlinkCluster(address.getHost(), port, 0).uri("/overview");
      URLConnection connection = uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try (InputStream in = connection.getInputStream()) {
        overview = new ObjectMapper().readTree(in);
      }
    } catch (IOException e) {
      throw AuditException.incomplete(
          "no Flink cluster answers at %s: %s".formatted(shown, e.getMessage()), e);
    }
    if (!overview.path("slots-total").isInt()) {
      throw AuditException.incomplete("what answers at " + shown + " is no Flink cluster", null);
    }
    int slots = overview.path("slots-total").asInt();
    if (slots == 0) {
      throw AuditException.incomplete(
          "the Flink cluster at " + shown + " has no task manager; start one and try again", null);
    }
    return new FlinkCluster(address.getHost(), port, slots);
  }

  /** The address of a part of its REST interface. */
  URI uri(String path) {
    try {
      return new URI("http", null, host, port, path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URI parse(String master) throws AuditException {
    try {
      URI address = new URI(master.contains("://") ? master : "http://" + master);
      if (address.getHost() != null && address.getScheme().equals("http")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw AuditException.usage("--flinkMaster=%s is no HOST:PORT".formatted(master));
  }
}
