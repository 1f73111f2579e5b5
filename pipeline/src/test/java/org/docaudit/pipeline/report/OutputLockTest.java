package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docaudit.pipeline.AuditException;
import org.docaudit.pipeline.ExitCode;
import org.docaudit.summary.WorkerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks within a process; {@code CrashIT} has those between processes. */
class OutputLockTest {

  @TempDir Path folder;

  @Test
  void oneAtATime() throws Exception {
    Path output = folder.resolve("a/b/out");
    OutputLock first = OutputLock.acquire(output);
    Path file = folder.resolve("a/b/.out.lock");
    assertTrue(
        Files.readString(file).startsWith("process " + WorkerName.current() + " since 2"),
        Files.readString(file));
    AuditException refused =
        assertThrows(AuditException.class, () -> OutputLock.acquire(output).close());
    assertEquals(ExitCode.USAGE, refused.exitCode());
    assertEquals(
        "another run is writing to %s (in this process); wait for its end, or name another --output"
            .formatted(output),
        refused.getMessage());
    try (OutputLock other = OutputLock.acquire(folder.resolve("a/b/other"))) {
      assertTrue(Files.exists(folder.resolve("a/b/.other.lock")), "" + other.output());
    }
    assertTrue(Files.exists(file), "the second one gave up nothing of the first");
    first.close();
    first.close();
    assertFalse(Files.exists(folder.resolve("a")), "what was made for it is gone");
    OutputLock.acquire(output).close();
  }

  @Test
  void whatAKilledRunLeftIsNoLock() throws Exception {
    Path file = Files.writeString(folder.resolve(".out.lock"), "process gone:1");
    try (OutputLock lock = OutputLock.acquire(folder.resolve("out"))) {
      Files.createDirectory(lock.output());
    }
    assertFalse(Files.exists(file));
    assertTrue(Files.exists(folder.resolve("out")));
  }

  @Test
  void whereNoFileCanBeMade() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    AuditException failed =
        assertThrows(
            AuditException.class, () -> OutputLock.acquire(folder.resolve("file/out")).close());
    assertEquals(ExitCode.INCOMPLETE, failed.exitCode());
    assertThrows(AuditException.class, () -> OutputLock.acquire(Path.of("/")).close());
  }
}
