package org.docaudit.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.doctor.Doctor;
import picocli.CommandLine.Command;

/** {@code docaudit doctor}: says whether the engines work here. */
@Command(
    name = "doctor",
    description = "Says whether the engines work on this machine, how fast, and if they agree.",
    customSynopsis = "docaudit doctor",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes:",
      "  0  all is well, also where this build has no native engine",
      "  2  usage is wrong",
      "  3  the native engine should work here and does not, or the engines disagree"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  DoctorCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws AuditException {
    Optional<EngineChoice> chosen = EngineChoice.of(environment);
    Optional<String> problem =
        new Doctor(console.out())
            .examine(
                chosen.orElse(EngineChoice.AUTO),
                chosen.isPresent() ? EngineChoice.VARIABLE : "default");
    if (problem.isPresent()) {
      throw AuditException.incomplete(problem.get(), null);
    }
    return ExitCode.OK.code();
  }
}
