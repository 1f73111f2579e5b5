package org.docaudit.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * By what the folders are known that docaudit writes. Where they lie in a corpus they are no part
 * of it, or an audit would count what the one before has written.
 */
public final class ReportMarks {
  /** The file by which a folder is known to be a report. */
  public static final String SUMMARY = "summary.json";

  /** Value of the field {@code tool}, the first one in that file. */
  public static final String TOOL = "docaudit";

  private static final JsonFactory JSON = new JsonFactory();

  /** Behind the run in the name of its row, as long as it has not come to its end. */
  public static final String UNFINISHED = ".unfinished";

  /** Time, corpora and run; a row that was being written when its run was killed is hidden. */
  private static final Pattern HISTORY_FILE =
      Pattern.compile(
          "\\.?[0-9]{8}T[0-9]{9}Z\\..+\\.[0-9a-f]{8}("
              + Pattern.quote(UNFINISHED)
              + ")?\\.parquet(\\.tmp)?",
          Pattern.DOTALL);

  private ReportMarks() {}

  /** Whether this is the beginning of a report's {@link #SUMMARY}. */
  static boolean isSummary(InputStream content) throws IOException {
    try (JsonParser json = JSON.createParser(content)) {
      return json.nextToken() == JsonToken.START_OBJECT
          && "tool".equals(json.nextFieldName())
          && TOOL.equals(json.nextTextValue());
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether a name is that of a file in the history of reports, which holds no others. */
  static boolean isOfHistory(String name) {
    return HISTORY_FILE.matcher(name).matches();
  }
}
