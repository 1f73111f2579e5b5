package org.docaudit.container;

import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.docaudit.nativeudf.DocumentBuffer;

/** Reads members of tar files. */
final class TarReader implements MemberReader {
  private final UnpackedStream in;

  TarReader(ContainerSource file, Compression compression) throws IOException {
    this.in = new UnpackedStream(file, compression);
  }

  @Override
  public long read(Position position, String path, long expected, long max, DocumentBuffer batch)
      throws IOException {
    in.moveTo(position);
    if (!TarHeader.isHeader(in.peek(TarHeader.BLOCK))) {
      throw MemberException.changed();
    }
    TarArchiveEntry entry = TarHeader.read(in);
    if (!TarScan.isRegular(entry) || !MemberPath.normalize(entry.getName()).equals(path)) {
      throw MemberException.changed();
    }
    return entry.getSize() > max
        ? entry.getSize()
        : batch.appendFrom(in.next(entry.getSize()), entry.getSize(), max);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
