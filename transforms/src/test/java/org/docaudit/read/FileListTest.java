package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
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
    assertThrows(IndexOutOfBoundsException.class, () -> packed.get(size));
  }
}
