package org.docaudit.pipeline.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.FindingState;
import org.docaudit.pipeline.report.Fingerprints;

/**
 * {@code findings.sarif}: SARIF 2.1.0 (OASIS), one run with every rule and its help.
 *
 * <p>Paths are relative to the top of the git repository that holds the corpus, as code scanning
 * services expect, or to the corpus where there is none. Columns count Unicode code points. Where
 * the run was compared with an earlier one each result has its {@code baselineState}, and results
 * that are resolved come last.
 */
final class SarifReport {

  /** GitHub takes no more results of one run. */
  static final int MAX_RESULTS = 25_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final List<Rule> RULES = List.of(Rule.values());

  private final ReportContents report;

  SarifReport(ReportContents report) {
    this.report = report;
  }

  void write(Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")));
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      writeTool(json);
      writeInvocation(json);
      json.writeStringField("columnKind", "unicodeCodePoints");
      json.writeArrayFieldStart("results");
      List<ShownFinding> findings = report.gravest(MAX_RESULTS);
      for (ShownFinding finding : findings) {
        writeResult(json, finding);
      }
      for (ShownFinding finding : report.resolved(MAX_RESULTS - findings.size())) {
        writeResult(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void writeTool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "docaudit");
    json.writeStringField("semanticVersion", report.summary().version("docaudit"));
    json.writeArrayFieldStart("rules");
    for (Rule rule : RULES) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeStringField("name", pascalCase(rule.id()));
      writeText(json, "shortDescription", rule.summary());
      writeText(json, "fullDescription", RuleHelp.of(rule));
      writeText(json, "help", RuleHelp.of(rule));
      Optional<Severity> severity = report.summary().severityOf(rule.id());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeBooleanField("enabled", severity.isPresent());
      json.writeStringField("level", level(severity.orElse(rule.defaultSeverity())));
      json.writeEndObject();
      json.writeObjectFieldStart("properties");
      json.writeArrayFieldStart("tags");
      json.writeString("documentation");
      json.writeString(rule.id().substring(0, rule.id().indexOf('/')));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeInvocation(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (report.summary().started().isPresent()) {
      json.writeStringField("startTimeUtc", report.summary().started().get().toString());
    }
    long left = report.summary().findings() - report.gravest(MAX_RESULTS).size();
    if (left > 0) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "warning");
      writeText(
          json, "message", report.leftOut(left) + ", are left out; all are in findings.jsonl");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeResult(JsonGenerator json, ShownFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    Optional<Rule> rule = Rule.byId(finding.rule());
    if (rule.isPresent()) {
      json.writeNumberField("ruleIndex", RULES.indexOf(rule.get()));
    }
    json.writeStringField("level", level(finding.severity()));
    FindingState state = finding.state();
    if (state != null) {
      json.writeStringField("baselineState", baselineState(state));
    }
    writeText(json, "message", message(finding.advice()));
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField(
        "uri", SourceLocations.encode(report.locations().repositoryPath(finding.path())));
    json.writeEndObject();
    if (finding.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", finding.line());
      json.writeNumberField("startColumn", finding.column());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("docaudit/" + Fingerprints.VERSION, finding.fingerprint());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeText(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /**
   * A plain-text message: braces are doubled, or they would be placeholders (3.11.5), and what
   * would be an embedded link (3.11.6) is cut in two.
   */
  static String message(String text) {
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
  }

  private static String level(Severity severity) {
    return Map.of(Severity.ERROR, "error", Severity.WARNING, "warning", Severity.INFO, "note")
        .get(severity);
  }

  /** SARIF 2.1.0, 3.27.24. */
  private static String baselineState(FindingState state) {
    return switch (state) {
      case NEW -> "new";
      case UNCHANGED -> "unchanged";
      case RESOLVED -> "absent";
    };
  }

  /** {@code link/missing-file} as {@code LinkMissingFile}. */
  private static String pascalCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("[/-]", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
