package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.docaudit.pipeline.config.KnownNames;
import org.docaudit.pipeline.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code docaudit}. Whatever happens, the process ends with an {@link ExitCode} and, if
 * it is not one of an audit that ran, with one line on standard error that begins with {@code
 * docaudit:}; {@code --verbose} adds the stack trace.
 */
@Command(
    name = "docaudit",
    description = "Audits very large corpora of Markdown documents on Apache Beam.",
    customSynopsis = "docaudit COMMAND [options]",
    mixinStandardHelpOptions = true,
    versionProvider = Docaudit.Version.class,
    footer = {"", "docaudit COMMAND --help tells more."})
public final class Docaudit implements Runnable {
  private final Console console;
  private final Map<String, String> environment;
  private final Path folder;
  private final AuditRunner runner;

  Docaudit(Console console, Map<String, String> environment, Path folder, AuditRunner runner) {
    this.console = console;
    this.environment = environment;
    this.folder = folder;
    this.runner = runner;
  }

  /** Runs the command in this process' surroundings and returns its exit code. */
  public static int run(AuditRunner runner, String... arguments) {
    return run(runner, Console.system(System.getenv()), arguments);
  }

  /** The same with what it prints going elsewhere. */
  public static int run(AuditRunner runner, Console console, String... arguments) {
    Path folder = Path.of("").toAbsolutePath();
    return new Docaudit(console, System.getenv(), folder, runner).execute(arguments);
  }

  int execute(String... arguments) {
    boolean verbose = Arrays.asList(arguments).contains("--verbose");
    if (arguments.length > 0 && arguments[0].equals(AuditCommand.NAME)) {
      runner.prepare();
    }
    CommandLine commandLine =
        new CommandLine(this)
            .addSubcommand(new AuditCommand(console, environment, folder, runner))
            .addSubcommand(new PackCommand(console, folder))
            .addSubcommand(new ReportCommand(console, folder))
            .addSubcommand(new DiffCommand(console, folder))
            .addSubcommand(new ExplainCommand(console, folder))
            .addSubcommand(new DoctorCommand(console, environment))
            .setExpandAtFiles(false)
            .setUsageHelpWidth(80)
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setOut(new PrintWriter(console.out(), true, UTF_8))
            .setErr(new PrintWriter(console.err(), true, UTF_8))
            .setParameterExceptionHandler((e, args) -> fail(usage(e), verbose))
            .setExecutionExceptionHandler((e, command, result) -> fail(e, verbose));
    Version version = new Version();
    for (CommandLine command : commandLine.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(version);
    }
    try {
      return commandLine.execute(arguments);
    } catch (RuntimeException | Error e) {
      return fail(e, verbose);
    }
  }

  /** Without a command. */
  @Override
  public void run() {
    throw new ParameterException(new CommandLine(this), "no command given; try: docaudit --help");
  }

  private int fail(Throwable problem, boolean verbose) {
    boolean expected = problem instanceof AuditException;
    ExitCode code = expected ? ((AuditException) problem).exitCode() : ExitCode.INCOMPLETE;
    String message = expected ? problem.getMessage() : unexpected(problem);
    console.say(message);
    if (verbose) {
      problem.printStackTrace(console.err());
    }
    console.err().flush();
    return code.code();
  }

  /** The deepest cause says what happened; what is around it says only where. */
  private static String unexpected(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String hint =
        cause instanceof OutOfMemoryError ? "; DOCAUDIT_JAVA_OPTS=-Xmx4g gives it more memory" : "";
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return "the audit could not be completed: " + cause.getClass().getSimpleName() + message + hint;
  }

  private static AuditException usage(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), spec);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return AuditException.usage(
          "the option %s needs a value"
              .formatted(
                  missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec option
                      ? option.longestName()
                      : missing.getMissing().get(0).paramLabel()));
    }
    return AuditException.usage(e.getMessage(), e);
  }

  /** What stands where a command should. */
  private static AuditException unknown(String argument, CommandSpec spec) {
    if (!argument.startsWith("-")) {
      String nearest = KnownNames.nearest(argument, spec.subcommands().keySet());
      return AuditException.usage(
          "unknown command '%s'; did you mean '%s'?".formatted(argument, nearest));
    }
    String name = argument.replaceFirst("=.*", "");
    List<String> known = new ArrayList<>();
    spec.options().forEach(option -> known.add(option.longestName()));
    for (CommandLine command : spec.subcommands().values()) {
      if (command.getCommandSpec().findOption(name) != null) {
        return AuditException.usage(
            "the option %s belongs after the command: docaudit %s %s"
                .formatted(name, command.getCommandName(), argument));
      }
      command.getCommandSpec().options().forEach(option -> known.add(option.longestName()));
    }
    return OtherArguments.unknownOption(name, known);
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      ProductVersion version = ProductVersion.current();
      String text = "docaudit %s (Apache Beam %s, Java %s)";
      return new String[] {text.formatted(version.docaudit(), version.beam(), Runtime.version())};
    }
  }
}
