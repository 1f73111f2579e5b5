package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docaudit.pipeline.config.KnownNames;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tells Beam's options from mistakes. */
final class OtherArguments {
  private OtherArguments() {}

  /** Checks a command line, and the arguments in it that are none of docaudit's. */
  static void check(List<String> arguments, CommandSpec spec) throws AuditException {
    List<String> own = spec.options().stream().map(option -> option.longestName()).toList();
    check(arguments, own);
    checkValues(spec);
  }

  private static void check(List<String> arguments, List<String> own) throws AuditException {
    if (arguments.isEmpty()) {
      return;
    }
    Map<String, Class<?>> beam = BeamArguments.known();
    for (String argument : arguments) {
      if (!argument.startsWith("-")) {
        throw AuditException.usage("one argument too many: '%s'".formatted(argument));
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      Class<?> type = name.startsWith("--") ? beam.get(name.substring(2)) : null;
      if (type == null) {
        List<String> known = new ArrayList<>(own);
        beam.keySet().forEach(option -> known.add("--" + option));
        throw unknownOption(name, known);
      }
      if (equals < 0 && type != boolean.class && type != Boolean.class) {
        throw AuditException.usage(
            "the option %s goes to Beam and needs a value: %s=VALUE".formatted(name, name));
      }
    }
    BeamArguments.options(arguments);
  }

  static AuditException unknownOption(String name, List<String> known) {
    return AuditException.usage(
        "unknown option %s; did you mean %s?".formatted(name, KnownNames.nearest(name, known)));
  }

  /** In {@code --output --runner=X} a value was forgotten; {@code --output=--x} means it. */
  private static void checkValues(CommandSpec spec) throws AuditException {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    for (int i = 0; i < arguments.size() - 1 && !arguments.get(i).equals("--"); i++) {
      OptionSpec option = spec.findOption(arguments.get(i));
      if (option != null && option.arity().max() > 0 && arguments.get(i + 1).startsWith("--")) {
        throw AuditException.usage("the option " + option.longestName() + " needs a value");
      }
    }
  }
}
