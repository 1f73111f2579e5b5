package org.docaudit.container;

import java.io.IOException;
import java.io.InputStream;
import org.docaudit.model.Rule;

/**
 * The lines in an archive's {@link PackFields#MANIFEST}, one for each file whose content is not in
 * the archive.
 */
final class Manifest {
  private static final FieldNames FIELDS = new FieldNames(PackFields.PATH, PackFields.TEXT);

  private Manifest() {}

  /**
   * Visits each file.
   *
   * @param number of the member that the manifest is
   * @param content to its end
   */
  static void read(long number, InputStream content, ContainerVisitor visitor) throws IOException {
    LineReader lines = new LineReader(new BufferedBytes(content), UnpackingLimits.MAX_HEADER_BYTES);
    while (lines.next()) {
      try {
        JsonRecord record = JsonRecord.head(lines, FIELDS);
        if (record.path == null || !record.isMention()) {
          throw MemberException.invalid("a line of it names no file");
        }
        visitor.mention(number, record.path, record.reason, record.rule);
      } catch (MemberException e) {
        if (e.rule() == Rule.CORPUS_OVER_LIMIT) {
          throw e;
        }
        visitor.problem(number, e.rule(), e.getMessage());
      }
    }
  }
}
