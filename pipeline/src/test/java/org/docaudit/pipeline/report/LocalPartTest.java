package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPartTest {

  @TempDir Path folder;

  private OutputStream open() throws IOException {
    return new ReportLocation(folder.toString(), false).create("words/part-00000.parquet");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void twoWorkersThatWriteTheSamePartDoNotMeet() throws IOException {
    Path part = folder.resolve("words/part-00000.parquet");
    OutputStream late = open();
    late.write("half".getBytes(UTF_8));
    late.flush();
    try (OutputStream other = open()) {
      other.write("whole".getBytes(UTF_8));
      assertFalse(Files.exists(part), "not there before it is whole");
    }
    assertEquals("whole", Files.readString(part));
    late.write(" and half".getBytes(UTF_8));
    late.flush();
    assertEquals("whole", Files.readString(part));
    late.close();
    late.close();
    assertEquals("half and half", Files.readString(part));
    assertEquals(List.of("words/part-00000.parquet"), files());
  }

  @Test
  void anInterruptedWorkerLeavesTheOthersFile() throws IOException {
    OutputStream cancelled = open();
    cancelled.write("half".getBytes(UTF_8));
    try (OutputStream other = open()) {
      other.write("whole".getBytes(UTF_8));
    }
    Thread.currentThread().interrupt();
    try {
      assertThrows(IOException.class, cancelled::close);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("whole", Files.readString(folder.resolve("words/part-00000.parquet")));
  }

  @Test
  void aFolderThatWasRemovedDoesNotComeBack() throws IOException {
    Files.delete(folder);
    IOException e = assertThrows(IOException.class, this::open);
    assertEquals(
        "the folder of the report, "
            + folder
            + ", is not there: the run was given up, or this worker does not share the file system"
            + " of the output folder",
        e.getMessage());
    assertFalse(Files.exists(folder));
    Files.createDirectory(folder);
  }
}
