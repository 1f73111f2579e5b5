package org.docaudit.read;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The files of a listing, packed: 10 to 15 bytes each, where objects take 140. That of five million
 * files then fits beside a job into 2 GiB. Immutable and thread-safe. Made for being read in order:
 * a file that does not lie in the run of the one before costs the unpacking of a run.
 */
final class FileList extends AbstractList<ListedFile> implements RandomAccess {

  private static final int RUN = 1024;

  private final List<FileRun> runs;
  private final int size;
  private volatile @Nullable Unpacked last;

  private record Unpacked(int run, List<ListedFile> files) {}

  private FileList(List<FileRun> runs, int size) {
    this.runs = List.copyOf(runs);
    this.size = size;
  }

  static FileList copyOf(List<ListedFile> files) {
    return files instanceof FileList packed ? packed : new Builder().addAll(files).build();
  }

  @Override
  public ListedFile get(int index) {
    Objects.checkIndex(index, size);
    int run = index / RUN;
    Unpacked unpacked = last;
    if (unpacked == null || unpacked.run() != run) {
      unpacked = new Unpacked(run, runs.get(run).unpacked());
      last = unpacked;
    }
    return unpacked.files().get(index % RUN);
  }

  @Override
  public int size() {
    return size;
  }

  /** Packs files as they come. Not thread-safe. */
  static final class Builder {
    private final List<FileRun> runs = new ArrayList<>();
    private final List<ListedFile> rest = new ArrayList<>(RUN);

    void add(ListedFile file) {
      rest.add(file);
      if (rest.size() == RUN) {
        pack();
      }
    }

    Builder addAll(Iterable<ListedFile> files) {
      files.forEach(this::add);
      return this;
    }

    FileList build() {
      int size = runs.size() * RUN + rest.size();
      pack();
      return new FileList(runs, size);
    }

    private void pack() {
      if (!rest.isEmpty()) {
        runs.add(FileRun.of(rest));
        rest.clear();
      }
    }
  }
}
