package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docaudit.pipeline.config.KnownNames;

/** Tells Beam's options from mistakes. */
final class OtherArguments {
  private OtherArguments() {}

  /**
   * Checks the arguments that are none of docaudit's.
   *
   * @param own docaudit's options, with dashes
   */
  static void check(List<String> arguments, List<String> own) throws AuditException {
    if (arguments.isEmpty()) {
      return;
    }
    Map<String, Class<?>> beam = BeamArguments.known();
    for (String argument : arguments) {
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
}
