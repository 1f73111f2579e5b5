package org.docaudit.container;

import java.io.IOException;
import org.docaudit.model.Rule;

/** Lists the members of a packed corpus in one pass. */
public final class ContainerScanner {
  private ContainerScanner() {}

  /**
   * Lists a packed corpus. What cannot be read is a problem that the visitor is told; the scan goes
   * on where it is possible.
   *
   * @param fields that the user asked for; of no account for archives
   * @return the fields that hold path and text, for {@link MemberReader#open}
   * @throws ContainerException where the records have no such fields
   * @throws IOException where the file cannot be opened, or nothing of it can be read
   */
  public static FieldNames scan(
      ContainerSource file, ContainerFormat format, FieldNames fields, ContainerVisitor visitor)
      throws IOException, ContainerException {
    try {
      return switch (format.container()) {
        case JSON_LINES -> jsonLines(file, format.compression(), fields, visitor);
        case PARQUET -> ParquetScan.run(file, fields, visitor);
        case TAR -> {
          try (UnpackedStream in = new UnpackedStream(file, format.compression())) {
            new TarScan(in, visitor).run();
          }
          yield fields;
        }
        case ZIP -> {
          ZipScan.run(file, visitor);
          yield fields;
        }
      };
    } catch (MemberException e) {
      visitor.problem(0, e.rule(), e.getMessage());
      return fields;
    }
  }

  private static FieldNames jsonLines(
      ContainerSource file, Compression compression, FieldNames wanted, ContainerVisitor visitor)
      throws IOException, ContainerException {
    FieldNames fields;
    try (UnpackedStream in = new UnpackedStream(file, compression)) {
      fields = JsonLinesScan.fields(in, wanted);
    }
    try (UnpackedStream in = new UnpackedStream(file, compression)) {
      new JsonLinesScan(in, fields, visitor).run();
    } catch (MemberException e) {
      visitor.problem(0, e.rule(), e.getMessage());
    }
    return fields;
  }

  /** The problem of a container that is damaged from a place on. */
  static void damaged(ContainerVisitor visitor, String where, Exception cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    visitor.problem(0, Rule.CORPUS_DAMAGED, "damaged %s: %s".formatted(where, why));
  }
}
