package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands under the names of an output and its work folders, step by step. */
class ReportFolderTest {

  private static final String UUID = "00000000-0000-4000-8000-00000000000";

  @TempDir Path folder;

  private Path report(String name, String content) throws IOException {
    Path report = Files.createDirectories(folder.resolve(name));
    Files.writeString(report.resolve("summary.json"), "{\"tool\":\"docaudit\"}");
    Files.writeString(report.resolve("content"), content);
    return report;
  }

  private String content(String name) throws IOException {
    return Files.readString(folder.resolve(name).resolve("content"));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void foldersAreExchangedWithAnyName() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    Path one = report("one ü%20'", "1");
    Path other = report("other", "2");
    assertTrue(FolderExchange.tryExchange(one, other), "ext4, XFS, Btrfs and tmpfs can");
    assertEquals("2", content("one ü%20'"));
    assertEquals("1", content("other"));
    assertFalse(FolderExchange.tryExchange(one, folder.resolve("absent")));
    assertEquals(List.of("one ü%20'", "other"), entries());
  }

  @Test
  void theNewReportTakesThePlaceOfTheEarlierOne() throws Exception {
    report("out", "earlier");
    try (ReportFolder run = ReportFolder.begin(folder.resolve("out"))) {
      Files.createDirectories(run.work().resolve("_parts"));
      Files.writeString(run.work().resolve("content"), "new");
      assertEquals("earlier", content("out"));
      run.commit();
      assertEquals("new", content("out"));
    }
    assertEquals(List.of("out"), entries());
    assertFalse(Files.exists(folder.resolve("out/_parts")));
  }

  /** As it is where a run was killed between the two renames. */
  @Test
  void anEarlierReportThatWasLeftAsideIsPutBack() throws Exception {
    report(".out." + UUID + "1.earlier", "earlier");
    report(".out." + UUID + "1", "new and whole, but not yet there");
    report(".outer." + UUID + "1.earlier", "another output's");
    ReportFolder.lock(folder.resolve("out")).close();
    assertEquals("earlier", content("out"));
    assertEquals(List.of(".out." + UUID + "1", ".outer." + UUID + "1.earlier", "out"), entries());
  }

  @Test
  void onlyWhatKilledRunsLeftIsRemoved() throws Exception {
    report("out", "earlier");
    report(".out." + UUID + "1", "left");
    report(".out." + UUID + "2.earlier", "left while it was deleted");
    report(".out." + UUID + "2.mine", "of the user");
    report(".out.backup", "of the user");
    report(".other." + UUID + "1", "another output's");
    Files.writeString(folder.resolve(".out." + UUID + "3"), "a file");
    try (ReportFolder run = ReportFolder.begin(folder.resolve("out"))) {
      assertEquals(
          List.of(
              folder.resolve(".out." + UUID + "1"), folder.resolve(".out." + UUID + "2.earlier")),
          run.leftOvers());
      run.removeLeftOvers();
      assertEquals(List.of(), run.leftOvers());
      assertTrue(Files.isDirectory(run.work()), "its own");
    }
    assertEquals(
        List.of(
            ".other." + UUID + "1",
            ".out." + UUID + "2.mine",
            ".out." + UUID + "3",
            ".out.backup",
            "out"),
        entries());
    assertEquals("earlier", content("out"));
  }
}
