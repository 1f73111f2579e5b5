package org.docaudit.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ratios as they are recorded.
 *
 * @param documents what was measured on
 * @param machine of the measurement
 * @param ratios one for each kernel
 */
record RatioFile(
    @JsonProperty("documents") String documents,
    @JsonProperty("machine") String machine,
    @JsonProperty("ratios") List<MeasuredRatio> ratios) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static RatioFile read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), RatioFile.class);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  static String thisMachine() {
    return "%s, %d cores, Java %s"
        .formatted(
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
