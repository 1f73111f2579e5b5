package org.docaudit.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
  private static final List<String> OPTIONS =
      List.of("--output", "--include", "--exclude", "--fail-on", "--quiet", "--targetParallelism");

  @ParameterizedTest
  @CsvSource({
    "--ouput, --output",
    "--OUTPUT, --output",
    "--failon, --fail-on",
    "--fail, --fail-on",
    "--exlcude, --exclude",
    "--target-parallelism, --targetParallelism",
    "--q, --quiet",
  })
  void findsTheNearest(String name, String nearest) {
    assertEquals(nearest, KnownNames.nearest(name, OPTIONS));
  }

  @ParameterizedTest
  @CsvSource({"--", "''", "--xyzzyxyzzyxyzzy"})
  void thereIsAlwaysOne(String name) {
    assertEquals(true, OPTIONS.contains(KnownNames.nearest(name, OPTIONS)));
    assertEquals(true, OPTIONS.contains(KnownNames.nearest(name.repeat(100_000), OPTIONS)));
  }
}
