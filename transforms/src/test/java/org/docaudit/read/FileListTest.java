package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileListTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_023, 1_024, 1_025, 5_000})
  void isTheListThatItWasMadeOf(int size) {
    List<ListedFile> files = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String path = "docs/page-" + i + ".md";
      files.add(
          switch (i % 3) {
            case 0 -> ListedFile.document(path, null, 0, i * 1_000L, 1_700_000_000_000L + i);
            case 1 -> ListedFile.skipped(path, null, 1, Skip.SYMLINK_OUTSIDE);
            default -> ListedFile.other(path, "docs/%E4" + i, 0);
          });
    }
    FileList packed = FileList.copyOf(files);
    assertEquals(files, packed);
    for (int i : new int[] {size - 1, 0, size / 2}) {
      if (i >= 0 && i < size) {
        assertEquals(files.get(i), packed.get(i));
      }
    }
    assertSame(packed, FileList.copyOf(packed));
    assertEquals(ListingCounts.of(files), packed.counts());
    assertThrows(IndexOutOfBoundsException.class, () -> packed.get(size));
  }

  @Property(tries = 200)
  void isCutWhereverItsRunsEnd(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 5) Integer> sizes,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    List<ListedFile> files = new ArrayList<>();
    FileList.Builder builder = new FileList.Builder();
    for (int size : sizes) {
      int start = files.size();
      PackedFiles.Writer run = new PackedFiles.Writer();
      for (int i = start; i < start + size; i++) {
        String path = "docs/" + "x".repeat(i % 7) + i + ".md";
        ListedFile file =
            i % 3 == 0
                ? ListedFile.skipped(path, null, 0, new Skip(SkipReason.EXCLUDED, "rule " + i % 4))
                : ListedFile.document(path, null, 0, i, -i);
        files.add(file);
        run.add(file);
      }
      builder.add(FileRun.plain(run));
    }
    FileList packed = builder.build();
    int start = from % files.size();
    int end = Math.min(files.size(), start + length);
    assertEquals(files, packed);
    assertEquals(files.subList(start, end), packed.run(start, end).unpacked());
    assertEquals(ListingCounts.of(files.subList(start, end)), packed.run(start, end).counts());
  }
}
