package org.docaudit.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "4096, 4096",
    "7B, 7",
    "10kB, 10000",
    "10MB, 10000000",
    "10 MB, 10000000",
    "1GB, 1000000000",
    "3KiB, 3072",
    "64MiB, 67108864",
    "64mib, 67108864",
    "1GiB, 1073741824",
    "2147483639, 2147483639",
  })
  void readsSizes(String text, long bytes) {
    assertEquals(bytes, ByteSize.parseDocumentLimit(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "1.5MB",
        "MB",
        "64M",
        "1TB",
        "2147483640",
        "9999999999999999999GiB",
        "٣"
      })
  void rejectsTheRest(String text) {
    assertThrows(IllegalArgumentException.class, () -> ByteSize.parseDocumentLimit(text));
  }
}
