package org.docaudit.pipeline.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.docaudit.model.Rule;
import org.docaudit.pipeline.report.FindingState;

/**
 * {@code junit.xml}: a suite a rule that is on, in the form that continuous integration reads. A
 * finding that fails the audit is a failed test; one that does not is a test that passed, with the
 * message as its output. A rule without findings is one test that passed. Where the run was
 * compared with an earlier one each finding says whether it is new.
 */
final class JUnitReport {

  static final int MAX_FINDINGS = 10_000;

  private final ReportContents report;

  JUnitReport(ReportContents report) {
    this.report = report;
  }

  void write(Writer out) throws IOException {
    Map<String, List<ShownFinding>> byRule = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      if (report.summary().severityOf(rule.id()).isPresent()) {
        byRule.put(rule.id(), new ArrayList<>());
      }
    }
    List<ShownFinding> findings = report.gravest(MAX_FINDINGS);
    findings.forEach(
        finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, "testsuites", 0);
      xml.writeAttribute("name", "docaudit " + report.summary().title());
      counts(xml, findings, tests(byRule));
      xml.writeAttribute(
          "time", String.format(Locale.ROOT, "%.3f", report.summary().totalSeconds()));
      for (Map.Entry<String, List<ShownFinding>> suite : byRule.entrySet()) {
        writeSuite(xml, suite.getKey(), suite.getValue());
      }
      long left = report.summary().findings() - findings.size();
      if (left > 0) {
        start(xml, "testsuite", 1);
        xml.writeAttribute("name", "left out");
        counts(xml, List.of(), 0);
        text(xml, "system-out", report.leftOut(left) + "; all are in findings.jsonl");
        end(xml, 1);
      }
      if (report.summary().compared()) {
        writeResolved(xml);
      }
      end(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static int tests(Map<String, List<ShownFinding>> byRule) {
    return byRule.values().stream().mapToInt(findings -> Math.max(1, findings.size())).sum();
  }

  private void writeSuite(XMLStreamWriter xml, String rule, List<ShownFinding> findings)
      throws XMLStreamException {
    start(xml, "testsuite", 1);
    xml.writeAttribute("name", rule);
    counts(xml, findings, Math.max(1, findings.size()));
    for (ShownFinding finding : findings) {
      writeFinding(xml, finding);
    }
    if (findings.isEmpty()) {
      start(xml, "testcase", 2);
      xml.writeAttribute("classname", className(rule));
      xml.writeAttribute("name", "all documents");
      xml.writeEndElement();
    }
    end(xml, 1);
  }

  private void writeFinding(XMLStreamWriter xml, ShownFinding finding) throws XMLStreamException {
    String file = ShownFinding.shown(report.locations().repositoryPath(finding.path()));
    start(xml, "testcase", 2);
    xml.writeAttribute("classname", className(finding.rule()));
    xml.writeAttribute("name", finding.place());
    xml.writeAttribute("file", file);
    if (finding.line() > 0) {
      xml.writeAttribute("line", Integer.toString(finding.line()));
    }
    if (report.summary().fails(finding)) {
      start(xml, "failure", 3);
      xml.writeAttribute("type", finding.severity().id());
      xml.writeAttribute("message", finding.message());
      xml.writeCharacters(finding.place() + ": " + state(finding) + finding.advice());
      xml.writeEndElement();
    } else {
      text(xml, "system-out", finding.kind() + ": " + finding.advice());
    }
    end(xml, 2);
  }

  private void counts(XMLStreamWriter xml, List<ShownFinding> findings, int tests)
      throws XMLStreamException {
    long failures = findings.stream().filter(finding -> report.summary().fails(finding)).count();
    xml.writeAttribute("tests", Integer.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
  }

  private void writeResolved(XMLStreamWriter xml) throws XMLStreamException {
    start(xml, "testsuite", 1);
    xml.writeAttribute("name", "resolved");
    counts(xml, List.of(), 0);
    text(
        xml,
        "system-out",
        "%d findings of the baseline are resolved"
            .formatted(report.summary().findings(FindingState.RESOLVED)));
    end(xml, 1);
  }

  private static String state(ShownFinding finding) {
    FindingState state = finding.state();
    return state == null ? "" : state.id() + ", ";
  }

  /** Viewers make packages of what dots separate. */
  private static String className(String rule) {
    return "docaudit." + rule.replace('/', '.');
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    start(xml, name, 2);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, String name, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(name);
  }

  private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }
}
