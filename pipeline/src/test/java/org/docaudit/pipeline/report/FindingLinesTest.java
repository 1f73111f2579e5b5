package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.docaudit.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingLinesTest {

  @TempDir Path report;

  @Test
  void thePartsFollowEachOtherAndThoseOnThresholdsComeLast() throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    Random random = new Random(1);
    Files.createDirectory(report.resolve("_parts"));
    for (int shard : new int[] {0, 2, 3, ThresholdFindings.PART}) { // Shard 1 has no document.
      byte[] part = new byte[shard == 2 ? 0 : 100_000 + shard];
      random.nextBytes(part);
      expected.write(part);
      Files.write(report.resolve(FindingLines.part(shard)), part);
    }
    Files.writeString(report.resolve(FindingLines.part(4)), "of no shard of this run");
    String digest = FindingLines.join(report, 4);
    assertArrayEquals(expected.toByteArray(), Files.readAllBytes(report.resolve("findings.jsonl")));
    assertEquals(Sha256.hex(expected.toByteArray()), digest);
  }
}
