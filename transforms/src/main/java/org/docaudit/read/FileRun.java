package org.docaudit.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Neighbouring files, packed. Immutable and thread-safe. */
final class FileRun implements Iterable<ListedFile> {

  private final byte[] packed;
  private final int size;
  private final List<Skip> skips;

  private FileRun(byte[] packed, int size, List<Skip> skips) {
    this.packed = packed;
    this.size = size;
    this.skips = skips;
  }

  static FileRun of(List<ListedFile> files) {
    PackedFiles.Writer writer = new PackedFiles.Writer();
    files.forEach(writer::add);
    return new FileRun(writer.toByteArray(), files.size(), List.copyOf(writer.skips()));
  }

  @Override
  public Iterator<ListedFile> iterator() {
    return new PackedFiles.Reader(packed, size, skips);
  }

  List<ListedFile> unpacked() {
    List<ListedFile> files = new ArrayList<>(size);
    forEach(files::add);
    return files;
  }
}
