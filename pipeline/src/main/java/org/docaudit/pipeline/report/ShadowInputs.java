package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docaudit.analysis.EngineComparison.Difference;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.summary.DifferingInput;

/**
 * The folder {@code shadow} of a report, which is there where the engines differ: for each document
 * kept its bytes, {@code NNN.md}, and what differs, {@code NNN.json}, for a bug report.
 */
final class ShadowInputs {

  private static final String FOLDER = "shadow";

  private ShadowInputs() {}

  /** Writes the folder below the report's. */
  static void write(Path report, List<DifferingInput> inputs) throws IOException {
    if (inputs.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectory(report.resolve(FOLDER));
    // A report may lie in the corpus: these documents are none of the next audit's.
    Files.writeString(folder.resolve(".docauditignore"), "*\n", UTF_8);
    for (int i = 0; i < inputs.size(); i++) {
      DifferingInput input = inputs.get(i);
      byte[] content = input.content();
      if (content != null) {
        Files.write(report.resolve(document(i + 1)), content);
      }
      Files.writeString(report.resolve(differences(i + 1)), json(input), UTF_8);
    }
  }

  private static String document(int number) {
    return FOLDER + "/%03d.md".formatted(number);
  }

  /** The path in the report of the file with what differs. */
  static String differences(int number) {
    return FOLDER + "/%03d.json".formatted(number);
  }

  private static String json(DifferingInput input) {
    ObjectNode json = SummaryJson.object();
    json.put("path", input.path());
    json.put("bytes", input.bytes());
    json.put("saved", input.content() != null);
    json.put("docaudit", ProductVersion.current().docaudit());
    ArrayNode differences = json.putArray("differences");
    for (Difference difference : input.differences()) {
      differences
          .addObject()
          .put("fact", difference.fact())
          .put("java", difference.expected())
          .put("native", difference.actual());
    }
    return SummaryJson.text(json);
  }
}
