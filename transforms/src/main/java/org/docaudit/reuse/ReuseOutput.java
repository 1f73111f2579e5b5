package org.docaudit.reuse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where a run writes what it keeps. A file is whole or not there; one that is written again, by a
 * bundle that a runner tries again, is replaced.
 */
public interface ReuseOutput extends Serializable {

  /** The piece of a batch. */
  OutputStream piece(int batch) throws IOException;

  /** What is not in the batch's piece, or is newer than there. */
  OutputStream changes(int batch) throws IOException;

  /** Puts a piece of an earlier run in the place of a batch's, without copying it if possible. */
  void keepPiece(int batch, Path earlier) throws IOException;

  /** Why each document of a batch was read or kept. */
  OutputStream reasons(int batch) throws IOException;
}
