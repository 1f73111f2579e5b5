package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.read.ObjectStores;

/** The part {@code baseline} of {@code summary.json}. */
public final class BaselineJson {

  private BaselineJson() {}

  /**
   * Adds it to the summary of a report that is not in its place yet.
   *
   * @param report folder in which the report is now
   * @param config says where it will be, from where the earlier run is named
   */
  public static void write(Path report, AuditConfig config, BaselineTotals totals)
      throws IOException {
    Path file = report.resolve(ReportFolder.SUMMARY);
    ObjectNode summary = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    ObjectNode json = summary.putObject("baseline");
    json.put("run", totals.run() == null ? null : location(totals.run(), config));
    json.put("started", totals.started() == null ? null : totals.started().toString());
    ArrayNode differences = json.putArray("differences");
    totals.differences().forEach(differences::add);
    ObjectNode documents = json.putObject("documents");
    for (DocumentState state : DocumentState.values()) {
      documents.put(state.id(), totals.documents().get(state));
    }
    ObjectNode findings = json.putObject("findings");
    for (FindingState state : FindingState.values()) {
      ObjectNode bySeverity = findings.putObject(state.id());
      Map<Severity, Long> counts = totals.findings().get(state);
      for (Severity severity : Severity.values()) {
        bySeverity.put(severity.id(), counts.get(severity));
      }
    }
    Files.writeString(file, SummaryJson.text(summary), UTF_8);
  }

  private static String location(String run, AuditConfig config) throws IOException {
    boolean remote = ObjectStores.isRemote(run);
    String uri = remote ? run : Path.of(run).toRealPath().toUri().toString();
    String folder = uri.endsWith("/") ? uri : uri + "/";
    return remote || config.remoteOutput().isPresent()
        ? folder
        : RelativeLocation.of(folder, config.output());
  }
}
