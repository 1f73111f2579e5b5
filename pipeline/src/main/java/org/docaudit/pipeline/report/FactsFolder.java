package org.docaudit.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docaudit.reuse.PieceFile;
import org.docaudit.reuse.ReuseOutput;

/**
 * The folder in a report, or in what a run left that did not come to its end, with the facts that
 * the next run may keep: a file a batch, and one a shard on its tables.
 *
 * @param location of the report that is written, in a local folder
 */
public record FactsFolder(ReportLocation location) implements ReuseOutput {

  private static final long serialVersionUID = 1;

  static final String NAME = "facts";

  private static String pieceOf(int batch) {
    return NAME + "/batch-%05d".formatted(batch) + PieceFile.EXTENSION;
  }

  /** Behind all pieces in the order of names, since it has newer facts than they. */
  private static String changesOf(int batch) {
    return NAME + "/changes-%05d".formatted(batch) + PieceFile.EXTENSION;
  }

  /** The file that says what the tables of a shard were made of. */
  static String tablesOf(int shard) {
    return NAME + "/shard-%05d.tables".formatted(shard);
  }

  /** The file that says why each document of a batch was read or kept. */
  static String reasonsOf(int batch) {
    return ReportLocation.PARTS + "/reads-%05d".formatted(batch);
  }

  @Override
  public OutputStream piece(int batch) throws IOException {
    return location.create(pieceOf(batch));
  }

  @Override
  public OutputStream changes(int batch) throws IOException {
    return location.create(changesOf(batch));
  }

  @Override
  public void keepPiece(int batch, Path earlier) throws IOException {
    LocalPart.link(Path.of(location.folder()), pieceOf(batch), earlier);
  }

  @Override
  public OutputStream reasons(int batch) throws IOException {
    return location.create(reasonsOf(batch));
  }

  /** The pieces in a report or in what a run left, in order of their names; none where none are. */
  public static List<Path> pieces(Path report) throws IOException {
    List<Path> pieces = new ArrayList<>();
    Path folder = report.resolve(NAME);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, "*" + PieceFile.EXTENSION)) {
        files.forEach(pieces::add);
      }
    }
    pieces.sort(null);
    return pieces;
  }
}
