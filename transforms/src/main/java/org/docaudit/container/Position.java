package org.docaudit.container;

import java.io.Serializable;

/**
 * Where a member is in its container.
 *
 * @param restart where reading can begin: an offset in the file, of the member itself or of the
 *     compressed frame that holds its beginning; of Parquet, the number of a row group
 * @param offset how far behind that the member is: bytes once unpacked; of Parquet, rows
 */
public record Position(long restart, long offset) implements Serializable {

  /** The first member; also that of files which are in no container. */
  public static final Position START = new Position(0, 0);

  public Position {
    if (restart < 0 || offset < 0) {
      throw new IllegalArgumentException("restart " + restart + ", offset " + offset);
    }
  }
}
