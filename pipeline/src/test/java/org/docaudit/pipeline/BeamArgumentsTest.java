package org.docaudit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeamArgumentsTest {
  @Test
  void whatFailsInThePreparationIsToldByWhoMakesTheOptions() throws Exception {
    List<String> wrong = List.of("--runner=NoSuchRunner");
    AuditException unprepared =
        assertThrows(AuditException.class, () -> BeamArguments.options(wrong));
    BeamArguments.prepare(wrong);
    AuditException prepared =
        assertThrows(AuditException.class, () -> BeamArguments.options(wrong));
    assertEquals(ExitCode.USAGE, prepared.exitCode());
    assertEquals(unprepared.getMessage(), prepared.getMessage());
    BeamArguments.prepare(wrong);
    assertEquals("x", BeamArguments.options(List.of("--jobName=x")).getJobName());
  }
}
