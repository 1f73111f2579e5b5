package org.docaudit.container;

import java.io.Closeable;
import java.io.IOException;
import org.docaudit.nativeudf.DocumentBuffer;

/**
 * Reads single members of a packed corpus. Members that follow each other are read in one go; what
 * lies between a position's restart and the member is read for nothing where the member before was
 * not read by the same reader. Not thread-safe.
 */
public interface MemberReader extends Closeable {

  /**
   * Opens a packed corpus.
   *
   * @param fields those that the scan found; of no account for archives
   */
  static MemberReader open(ContainerSource file, ContainerFormat format, FieldNames fields)
      throws IOException {
    return switch (format.container()) {
      case JSON_LINES -> new JsonLinesReader(file, format.compression(), fields);
      case PARQUET -> new ParquetReader(file, fields);
      case TAR -> new TarReader(file, format.compression());
      case ZIP -> new ZipReader(file);
    };
  }

  /**
   * Reads a member.
   *
   * @param path of the member, {@link MemberPath#normalize normalized}
   * @param expected bytes when it was listed
   * @param max how many bytes it may have
   * @param batch to which its bytes are appended
   * @return its length; where that is more than {@code max}, nothing was appended
   * @throws MemberException with what is wrong with it; nothing was appended
   * @throws IOException where the container cannot be read there; nothing was appended
   */
  long read(Position position, String path, long expected, long max, DocumentBuffer batch)
      throws IOException;
}
