package org.docaudit.read;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The files of a listing, packed: about 22 bytes each as a walk leaves them, 8 once they are cut
 * into batches, where objects take 140. A list of five million fits into 2 GiB beside all else.
 * Immutable and thread-safe. Made for being read in order: a file that does not lie in the run of
 * the one before costs the unpacking of a run.
 */
final class FileList extends AbstractList<ListedFile> implements RandomAccess {

  private final List<FileRun> runs;

  /** Index of each run's first file, and at the end the number of files. */
  private final int[] starts;

  private volatile @Nullable Unpacked last;

  private record Unpacked(int start, List<ListedFile> files) {
    boolean has(int index) {
      return index >= start && index < start + files.size();
    }
  }

  private FileList(List<FileRun> runs) {
    this.runs = List.copyOf(runs);
    this.starts = new int[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], runs.get(i).size());
    }
  }

  static FileList copyOf(List<ListedFile> files) {
    return files instanceof FileList packed ? packed : new Builder().addAll(files).build();
  }

  /** The files of the batches of a listing, which then are held only once. */
  static FileList of(List<CorpusBatch> batches) {
    return new FileList(batches.stream().map(CorpusBatch::files).toList());
  }

  @Override
  public ListedFile get(int index) {
    Objects.checkIndex(index, size());
    Unpacked unpacked = last;
    if (unpacked == null || !unpacked.has(index)) {
      int run = runOf(index);
      unpacked = new Unpacked(starts[run], runs.get(run).unpacked());
      last = unpacked;
    }
    return unpacked.files().get(index - unpacked.start());
  }

  @Override
  public int size() {
    return starts[runs.size()];
  }

  /** How many files of each kind there are; nothing is unpacked for it but what rules left out. */
  ListingCounts counts() {
    ListingCounts counts = new ListingCounts(0, 0, 0, Map.of());
    for (FileRun run : runs) {
      counts = counts.plus(run.counts());
    }
    return counts;
  }

  /** What each file from the given one on says. */
  Cursor from(int index) {
    return new Cursor(index);
  }

  /** The files of a range, which is not empty, as a run. */
  FileRun run(int start, int end) {
    PackedFiles.Writer writer = new PackedFiles.Writer();
    Cursor files = from(start);
    for (int i = start; i < end; i++) {
      writer.add(files.next());
    }
    return FileRun.compressed(writer);
  }

  private int runOf(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** Walks over the files and makes no object of any. Not thread-safe. */
  final class Cursor {
    private final Iterator<FileRun> following;
    private PackedFiles.@Nullable Reader reader;

    private Cursor(int index) {
      Objects.checkIndex(index, size());
      int run = runOf(index);
      following = runs.listIterator(run);
      for (int i = starts[run]; i < index; i++) {
        next();
      }
    }

    /** The next file, in an object that may be the same each time. */
    FileFields next() {
      PackedFiles.Reader current = reader;
      while (current == null || !current.hasNext()) {
        if (!following.hasNext()) {
          throw new NoSuchElementException();
        }
        current = following.next().iterator();
        reader = current;
      }
      return current.nextFields();
    }
  }

  /** Packs files as they come. Not thread-safe. */
  static final class Builder {
    private final List<FileRun> runs = new ArrayList<>();
    private PackedFiles.Writer rest = new PackedFiles.Writer();

    void add(ListedFile file) {
      rest.add(file);
      if (rest.files() == FileRun.FULL) {
        pack();
      }
    }

    /** Adds a run as it is. */
    void add(FileRun run) {
      pack();
      runs.add(run);
    }

    Builder addAll(List<ListedFile> files) {
      if (files instanceof FileList packed) {
        packed.runs.forEach(this::add);
      } else {
        files.forEach(this::add);
      }
      return this;
    }

    FileList build() {
      pack();
      return new FileList(runs);
    }

    private void pack() {
      if (rest.files() > 0) {
        runs.add(FileRun.compressed(rest));
        rest = new PackedFiles.Writer();
      }
    }
  }
}
