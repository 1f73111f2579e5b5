package org.docaudit.container;

import java.io.IOException;
import org.docaudit.nativeudf.DocumentBuffer;

/** Reads the texts of JSON lines. */
final class JsonLinesReader implements MemberReader {
  private final UnpackedStream in;
  private final LineReader lines;
  private final FieldNames fields;

  JsonLinesReader(ContainerSource file, Compression compression, FieldNames fields)
      throws IOException {
    this.in = new UnpackedStream(file, compression);
    this.lines = new LineReader(in, UnpackingLimits.MAX_RECORD_BYTES);
    this.fields = fields;
  }

  @Override
  public long read(Position position, String path, long expected, long max, DocumentBuffer batch)
      throws IOException {
    in.moveTo(position);
    if (!lines.next()) {
      throw MemberException.changed();
    }
    JsonRecord record = JsonRecord.whole(lines, fields);
    if (record.path == null || !MemberPath.normalize(record.path).equals(path)) {
      throw MemberException.changed();
    }
    byte[] text = record.text;
    if (text == null) {
      throw MemberException.changed();
    }
    if (text.length <= max) {
      batch.append(text);
    }
    return text.length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
