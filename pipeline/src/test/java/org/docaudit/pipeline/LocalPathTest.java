package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  private static final Path FOLDER = Path.of("/docs/here");

  @Test
  void pathsAreFromTheCurrentFolderAndUrisFromTheRoot() throws AuditException {
    assertEquals(Path.of("/docs/r"), LocalPath.of("--output", "../r", FOLDER));
    assertEquals(Path.of("/tmp/r"), LocalPath.of("--output", "/tmp/x/../r", FOLDER));
    assertEquals(Path.of("/tmp/a b"), LocalPath.of("--output", "file:///tmp/a%20b/", FOLDER));
    assertEquals(Path.of("/tmp/r"), LocalPath.of("--output", "file:/tmp/r", FOLDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "file://host/r", "file:///a b"})
  void whatIsNeitherIsAMistake(String argument) {
    AuditException thrown =
        assertThrows(AuditException.class, () -> LocalPath.of("RUN", argument, FOLDER));
    assertEquals("RUN: not a path: " + argument, thrown.getMessage());
    assertEquals(ExitCode.USAGE, thrown.exitCode());
  }
}
