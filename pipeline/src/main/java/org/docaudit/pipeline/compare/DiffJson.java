package org.docaudit.pipeline.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.ChangeRow;
import org.docaudit.pipeline.report.DocumentState;
import org.docaudit.pipeline.report.FindingRow;
import org.docaudit.pipeline.report.FindingState;

/** What differs between two runs, all of it, as JSON in ASCII; written as it is found. */
public final class DiffJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final RunDiff diff;
  private final JsonGenerator json;

  private DiffJson(RunDiff diff, JsonGenerator json) {
    this.diff = diff;
    this.json = json;
  }

  /** Writes what differs. */
  public static void write(RunDiff diff, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new DiffJson(diff, json).write();
      json.writeRaw('\n');
    }
  }

  /** Pretty JSON in ASCII with line feeds on every system; leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY
        .createGenerator(out)
        .setPrettyPrinter(
            new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n")));
  }

  private void write() throws IOException {
    json.writeStartObject();
    run("before", diff.before());
    run("after", diff.after());
    json.writeArrayFieldStart("differences");
    for (String difference : diff.differences()) {
      json.writeString(difference);
    }
    json.writeEndArray();
    documents();
    json.writeArrayFieldStart("findings");
    Map<FindingState, Map<Severity, Long>> counts = diff.findings(this::finding);
    json.writeEndArray();
    counts(counts);
    json.writeArrayFieldStart("broken_links");
    diff.breaks().forEach(this::link);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void run(String name, ComparedRun run) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("run", run.name());
    json.writeStringField("started", run.summary().started().map(Instant::toString).orElse(null));
    json.writeEndObject();
  }

  private void documents() throws IOException {
    json.writeObjectFieldStart("document_counts");
    for (Map.Entry<DocumentState, Long> count : diff.documents().counts().entrySet()) {
      json.writeNumberField(count.getKey().id(), count.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("documents");
    for (ChangedDocument document : diff.documents().all()) {
      json.writeStartObject();
      json.writeStringField("state", document.state().id());
      json.writeStringField("path", document.path());
      json.writeStringField("old_path", document.oldPath());
      json.writeStringField("how", document.how());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(ChangeRow change) throws IOException {
    FindingRow finding = change.finding();
    json.writeStartObject();
    json.writeStringField("state", change.state().id());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity());
    json.writeStringField("path", finding.path());
    json.writeStringField("old_path", change.oldPath());
    json.writeNumberField("line", finding.line());
    json.writeNumberField("column", finding.column());
    json.writeStringField("message", finding.message());
    json.writeStringField("target", finding.target());
    json.writeStringField("suggestion", finding.suggestion());
    json.writeStringField("fingerprint", finding.fingerprint());
    json.writeEndObject();
  }

  private void counts(Map<FindingState, Map<Severity, Long>> counts) throws IOException {
    json.writeObjectFieldStart("finding_counts");
    for (Map.Entry<FindingState, Map<Severity, Long>> state : counts.entrySet()) {
      json.writeObjectFieldStart(state.getKey().id());
      for (Map.Entry<Severity, Long> severity : state.getValue().entrySet()) {
        json.writeNumberField(severity.getKey().id(), severity.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void link(LinkBreak broken) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", broken.link().sourceFile());
    json.writeNumberField("line", broken.link().line());
    json.writeNumberField("column", broken.link().column());
    json.writeStringField("target", broken.link().target());
    json.writeStringField("reason", broken.link().reason());
    json.writeStringField("cause", broken.cause().id());
    json.writeStringField("explanation", broken.explanation());
    json.writeStringField("now", broken.target());
    json.writeStringField("fix", broken.fix());
    json.writeEndObject();
  }
}
