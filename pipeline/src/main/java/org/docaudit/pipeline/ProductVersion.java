package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions that this build consists of.
 *
 * @param docaudit of docaudit itself
 * @param beam of Apache Beam
 */
public record ProductVersion(String docaudit, String beam) {

  /** The versions of this build. */
  public static ProductVersion current() {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("version.properties")) {
      properties.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProductVersion(
        properties.getProperty("docaudit.version"), properties.getProperty("beam.version"));
  }
}
