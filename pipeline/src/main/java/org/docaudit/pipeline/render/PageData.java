package org.docaudit.pipeline.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Severity;
import org.docaudit.pipeline.report.DocumentRow;
import org.docaudit.pipeline.report.FindingState;

/**
 * The rows of the page's tables as JSON in a {@code script} element of a type that no browser runs.
 * The characters that could end the element or begin a comment are escaped, so that no text leaves
 * it.
 */
final class PageData implements Content {

  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private static final List<FindingState> STATES = List.of(FindingState.values());

  private static final int MAX_TITLE = 200;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().characterEscapes(new MarkupEscapes()).build();

  private final List<ShownFinding> findings;
  private final List<ShownFinding> resolved;
  private final ReportDocuments documents;
  private final SourceLocations locations;
  private final Map<String, Integer> paths = new LinkedHashMap<>();
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  /**
   * @param resolved findings of an earlier run, whose source lines are not known
   */
  PageData(
      List<ShownFinding> findings,
      List<ShownFinding> resolved,
      ReportDocuments documents,
      SourceLocations locations) {
    this.findings = findings;
    this.resolved = resolved;
    this.documents = documents;
    this.locations = locations;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    output.writeContent(text.toString());
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("findings");
    for (ShownFinding finding : findings) {
      writeFinding(json, finding);
    }
    for (ShownFinding finding : resolved) {
      writeFinding(json, finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("documents");
    for (DocumentRow document : documents.worst()) {
      writeDocument(json, document);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("severities");
    for (Severity severity : SEVERITIES) {
      json.writeString(severity.id());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("states");
    for (FindingState state : STATES) {
      json.writeString(state.id());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rules");
    for (String rule : rules.keySet()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("paths");
    for (String path : paths.keySet()) {
      json.writeString(ShownFinding.shown(path));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("urls");
    for (String path : paths.keySet()) {
      json.writeString(locations.url(path));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeFinding(JsonGenerator json, ShownFinding finding) throws IOException {
    json.writeStartArray();
    json.writeNumber(SEVERITIES.indexOf(finding.severity()));
    json.writeNumber(index(rules, finding.rule()));
    json.writeNumber(index(paths, finding.path()));
    json.writeNumber(finding.line());
    json.writeNumber(finding.column());
    json.writeString(finding.message());
    json.writeString(finding.target());
    json.writeString(finding.suggestion());
    json.writeString(documents.lines().of(finding));
    FindingState state = finding.state();
    if (state != null) {
      json.writeNumber(STATES.indexOf(state));
    }
    json.writeEndArray();
  }

  private void writeDocument(JsonGenerator json, DocumentRow document) throws IOException {
    json.writeStartArray();
    json.writeNumber(index(paths, document.path()));
    json.writeString(document.title() == null ? null : VisibleText.of(document.title(), MAX_TITLE));
    json.writeNumber(document.words());
    json.writeNumber(document.bytes());
    json.writeNumber(document.links());
    json.writeNumber(document.brokenLinks());
    json.writeNumber(document.findings());
    json.writeBoolean(document.status().equals("failed"));
    json.writeEndArray();
  }

  private static int index(Map<String, Integer> indices, String text) {
    Integer known = indices.putIfAbsent(text, indices.size());
    return known == null ? indices.size() - 1 : known;
  }

  /** Escapes {@code < > &} and what JavaScript once took for line ends. */
  private static final class MarkupEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private final int[] ascii = standardAsciiEscapesForJSON();

    MarkupEscapes() {
      for (char c : new char[] {'<', '>', '&'}) {
        ascii[c] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int codePoint) {
      return codePoint == 0x2028 || codePoint == 0x2029
          ? new SerializedString("\\u%04x".formatted(codePoint))
          : null;
    }
  }
}
