package org.docaudit.pipeline.doctor;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.docaudit.analysis.AnalysisEngine;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.NativeEngine;
import org.docaudit.nativeudf.NativeDescription;
import org.docaudit.nativeudf.NativePlatform;
import org.docaudit.nativeudf.NativeUnavailableException;
import org.docaudit.pipeline.EngineChoice;
import org.docaudit.pipeline.ProductVersion;
import org.docaudit.pipeline.console.TerminalText;

/** Examines the engines and prints what it finds, a line a fact. */
public final class Doctor {

  private static final int LABEL = 12;

  /** Two seconds for both engines. */
  private static final long MEASURED_NANOS = 1_000_000_000;

  /** Java's compilers are done with the engine after about this long. */
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  /** What looks for the native engine. */
  interface Native {

    NativeDescription describe() throws NativeUnavailableException;

    AnalysisEngine engine() throws NativeUnavailableException;
  }

  /** The native engine of this process. */
  private static final Native LIBRARY =
      new Native() {
        @Override
        public NativeDescription describe() throws NativeUnavailableException {
          return NativeDescription.read();
        }

        @Override
        public AnalysisEngine engine() throws NativeUnavailableException {
          return NativeEngine.create(Limits.DEFAULT);
        }
      };

  private final PrintStream out;
  private final Native library;
  private final EngineTrial trial;

  /**
   * @param out what is found goes there
   */
  public Doctor(PrintStream out) {
    this(out, LIBRARY, new EngineTrial(MEASURED_NANOS, WARM_UP_NANOS));
  }

  Doctor(PrintStream out, Native library, EngineTrial trial) {
    this.out = out;
    this.library = library;
    this.trial = trial;
  }

  /**
   * Examines everything, which takes about ten seconds.
   *
   * @param choice the engine that audits are to use, and {@code source} where that stands
   * @return what is wrong, or empty where all is well
   */
  public Optional<String> examine(EngineChoice choice, String source) {
    surroundings();
    fact("Engine", choice.id() + ", by " + source);
    try {
      describe(library.describe());
      return examine(choice, library.engine());
    } catch (NativeUnavailableException e) {
      fact("Native", (e.isAbsent() ? "none: " : "cannot be used: ") + e.getMessage());
      fact("Throughput", "java " + rate(trial.throughput(new JavaEngine(Limits.DEFAULT))));
      if (!e.isAbsent()) {
        return Optional.of("the native engine should work here, but cannot be used");
      }
      if (choice == EngineChoice.NATIVE) {
        return Optional.of("the native engine is demanded by " + source + ", but there is none");
      }
      well("java");
      return Optional.empty();
    }
  }

  private Optional<String> examine(EngineChoice choice, AnalysisEngine engine) {
    EngineTrial.Agreement agreement = trial.agreement(engine);
    fact(
        "Agreement",
        String.format(
            Locale.ROOT,
            "%,d documents, %,d facts compared, %,d documents differ",
            agreement.documents(),
            agreement.facts(),
            agreement.differing()));
    agreement.examples().forEach(example -> fact("", example));
    if (agreement.differing() > 0) {
      return Optional.of(
          "the engines disagree on %d of %d documents; use --engine java until that is mended"
              .formatted(agreement.differing(), agreement.documents()));
    }
    double fast = trial.throughput(engine);
    double slow = trial.throughput(new JavaEngine(Limits.DEFAULT));
    fact(
        "Throughput",
        "native %s, java %s, ratio %s; one thread, %s MB of generated Markdown"
            .formatted(rate(fast), rate(slow), decimal(fast / slow), decimal(trial.bytes() / 1e6)));
    well(choice == EngineChoice.JAVA ? "java" : "native");
    return Optional.empty();
  }

  private void surroundings() {
    ProductVersion version = ProductVersion.current();
    fact("docaudit", version.docaudit() + ", Apache Beam " + version.beam());
    fact(
        "Platform",
        "%s, %d processors"
            .formatted(NativePlatform.name(), Runtime.getRuntime().availableProcessors()));
    fact(
        "Java",
        "%s (%s), %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home")));
  }

  private void describe(NativeDescription description) {
    fact("Native", "version %s, ABI %d".formatted(description.version(), description.abi()));
    fact("  library", description.loaded().source());
    String folder = description.loaded().folder();
    if (folder != null) {
      fact("  unpacked", "in " + folder);
    }
    description.loaded().failures().forEach(failure -> fact("  not in", failure));
    StringBuilder instructions = new StringBuilder();
    description
        .instructions()
        .forEach(
            (work, chosen) ->
                instructions
                    .append(instructions.isEmpty() ? "" : ", ")
                    .append(work)
                    .append(' ')
                    .append(chosen));
    fact("  CPU", instructions.toString());
  }

  private void well(String engine) {
    fact("Verdict", "all is well; audits use the " + engine + " engine");
  }

  private void fact(String label, String value) {
    out.println(label + " ".repeat(LABEL - label.length()) + TerminalText.clean(value));
    out.flush();
  }

  private static String rate(double bytesPerSecond) {
    return decimal(bytesPerSecond / 1e6) + " MB/s";
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
  }
}
