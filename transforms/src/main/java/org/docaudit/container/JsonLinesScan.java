package org.docaudit.container;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lists the records of JSON lines (jsonlines.org): one pass, in which texts are only skipped. */
final class JsonLinesScan {
  /** Records whose fields are looked at to find those of path and text. */
  private static final int SAMPLE = 100;

  private final UnpackedStream in;
  private final LineReader lines;
  private final FieldNames fields;
  private final ContainerVisitor visitor;

  JsonLinesScan(UnpackedStream in, FieldNames fields, ContainerVisitor visitor) {
    this.in = in;
    this.lines = new LineReader(in, UnpackingLimits.MAX_RECORD_BYTES);
    this.fields = fields;
    this.visitor = visitor;
  }

  /**
   * The fields of path and text; of an empty file those that are wanted.
   *
   * @throws ContainerException where there are none of the names asked for
   */
  static FieldNames fields(UnpackedStream in, FieldNames wanted)
      throws IOException, ContainerException {
    Set<String> names = new LinkedHashSet<>();
    LineReader lines = new LineReader(in, UnpackingLimits.MAX_RECORD_BYTES);
    boolean empty = true;
    try {
      for (int i = 0; i < SAMPLE && lines.next(); i++) {
        empty = false;
        if (!lines.isTooLong()) {
          JsonRecord.addNames(lines, names);
        }
      }
    } catch (IOException e) {
      if (names.isEmpty()) {
        throw e;
      } // Otherwise the scan comes to it.
    }
    if (names.isEmpty() && !empty) {
      throw new ContainerException("its first lines are no JSON objects");
    }
    return empty ? wanted : wanted.resolve(names);
  }

  /** Lists all records. */
  void run() throws MemberException {
    long number = 0;
    boolean afterDamage = false;
    while (true) {
      try {
        in.ready();
        Position position = in.position();
        if (!lines.next()) {
          return;
        }
        number++;
        if (!lines.isBlank()) {
          record(number, position, afterDamage);
        }
        afterDamage = false;
      } catch (MemberException e) {
        throw e;
      } catch (IOException e) {
        ContainerScanner.damaged(visitor, "behind line " + number, e);
        if (!in.isBroken() || !in.skipBrokenFrame()) {
          return;
        }
        afterDamage = true;
      }
    }
  }

  /**
   * Visits one.
   *
   * @param afterDamage whether it may be the end of a line whose beginning is lost
   */
  private void record(long number, Position position, boolean afterDamage) throws MemberException {
    JsonRecord record;
    try {
      record = JsonRecord.head(lines, fields);
      if (record.path == null) {
        throw MemberException.invalid("the record has no field '%s'".formatted(fields.path()));
      }
      if (!record.hasText && !record.isMention()) {
        throw MemberException.invalid("the record has no field '%s'".formatted(fields.text()));
      }
    } catch (MemberException e) {
      if (!afterDamage) {
        visitor.problem(number, e.rule(), e.getMessage());
      }
      return;
    }
    if (record.hasText) {
      long bytes = record.size >= 0 ? Math.min(record.size, lines.length()) : lines.length();
      visitor.content(number, record.path, true, bytes, position);
    } else {
      visitor.mention(number, record.path, record.reason, record.rule);
    }
  }
}
