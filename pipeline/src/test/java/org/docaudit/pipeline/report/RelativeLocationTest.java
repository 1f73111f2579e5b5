package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelativeLocationTest {

  @TempDir Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = folder.toRealPath();
  }

  private String of(String corpus, String from) throws IOException {
    Path to = Files.createDirectories(folder.resolve(corpus));
    Path report = folder.resolve(from);
    Files.createDirectories(report.getParent());
    String reference = RelativeLocation.of(to.toUri().toString(), report);
    assertEquals(to, Path.of(URI.create(report.toUri() + "/").resolve(reference)), "leads there");
    return reference;
  }

  @Test
  void references() throws IOException {
    assertEquals("../../docs/", of("docs", "results/docs"));
    assertEquals("../", of("docs", "docs/report"));
    assertEquals("../a%20b/%C3%BC/", of("a b/ü", "report"));
    assertEquals("./in/", of("report/in", "report"));
    assertEquals("./", of("same", "same"));
  }

  @Test
  void otherFileSystemsStayAsTheyAre() {
    assertEquals("gs://bucket/docs/", RelativeLocation.of("gs://bucket/docs/", folder));
  }
}
