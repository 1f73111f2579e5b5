package org.docaudit.pipeline;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.read.ObjectStores;

/** Arguments that are not docaudit's own and go to Beam. Only {@code --name=value} and flags. */
public final class BeamArguments {
  /** Ends when Beam's options are loaded; null where nobody began with that. */
  private static volatile @Nullable Thread preparation;

  private BeamArguments() {}

  /**
   * Loads Beam's options in the background, which takes a quarter of a second: as long as it takes
   * to understand the arguments of a command.
   *
   * @param arguments to make options of, which nobody sees
   */
  static void prepare(List<String> arguments) {
    Thread thread =
        new Thread(
            () -> {
              try {
                PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
              } catch (RuntimeException | LinkageError e) {
                // Whoever makes options next meets it too.
              }
            },
            "docaudit-prepare");
    thread.setDaemon(true);
    thread.start();
    preparation = thread;
  }

  /** Two threads that initialize Beam's classes from different ends could wait for each other. */
  private static void awaitPreparation() {
    Thread thread = preparation;
    if (thread != null) {
      try {
        thread.join();
        preparation = null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The arguments after those defaults whose option they do not name. */
  static List<String> withDefaults(List<String> arguments, List<String> defaults) {
    Set<String> named = arguments.stream().map(BeamArguments::name).collect(Collectors.toSet());
    return Stream.concat(
            defaults.stream().filter(each -> !named.contains(name(each))), arguments.stream())
        .toList();
  }

  private static String name(String argument) {
    return argument.split("=", 2)[0];
  }

  /**
   * Beam's options from arguments.
   *
   * @throws AuditException where Beam rejects them
   */
  public static PipelineOptions options(List<String> arguments) throws AuditException {
    awaitPreparation();
    try {
      // Without validation, which wants a runner: not every argument is here at every time.
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      throw AuditException.usage("Beam rejects " + String.join(" ", arguments) + ": " + message, e);
    }
  }

  /**
   * The stores of the class path as arguments configure them, and Beam's file systems with them.
   *
   * @throws AuditException where Beam rejects the arguments
   */
  static ObjectStores stores(List<String> arguments) throws AuditException {
    PipelineOptions options = options(withDefaults(arguments, ObjectStores.defaultArguments()));
    FileSystems.setDefaultPipelineOptions(options);
    return ObjectStores.of(options);
  }

  /**
   * The names of all options of the runners on the class path, without dashes, with their types.
   */
  static Map<String, Class<?>> known() {
    awaitPreparation();
    Map<String, Class<?>> known = new TreeMap<>();
    for (Class<? extends PipelineOptions> options : PipelineOptionsFactory.getRegisteredOptions()) {
      for (Method method : options.getMethods()) {
        int prefix = prefixLength(method);
        if (prefix > 0) {
          String name = method.getName();
          known.put(decapitalize(name.substring(prefix)), method.getReturnType());
        }
      }
    }
    return known;
  }

  private static int prefixLength(Method method) {
    if (Modifier.isStatic(method.getModifiers()) || method.getParameterCount() > 0) {
      return 0;
    }
    String name = method.getName();
    boolean is = name.startsWith("is") && method.getReturnType() == boolean.class;
    return is && name.length() > 2 ? 2 : name.startsWith("get") && name.length() > 3 ? 3 : 0;
  }

  /** As JavaBeans do, and Beam with them: {@code getURL} is {@code URL}. */
  private static String decapitalize(String name) {
    boolean acronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
