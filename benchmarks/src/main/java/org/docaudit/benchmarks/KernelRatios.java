package org.docaudit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the ratio of each {@link Kernel}, prints and records them, or checks recorded ones. */
@Command(
    name = "run ratios",
    sortOptions = false,
    description = "How much faster the native kernels are than Java, on one thread.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:measured", "1:a ratio has fallen by more than 20 %", "2:usage"})
public final class KernelRatios implements Callable<Integer> {

  /** A check measures anew so often before it fails: a busy machine gets another chance. */
  private static final int ATTEMPTS = 3;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Documents (*.md) of this folder. Default: generated ones.")
  private @Nullable Path corpus;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      defaultValue = "8388608",
      description = "Take so many bytes of the folder, evenly picked. Default: ${DEFAULT-VALUE}.")
  private long maxBytes;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes of each side; the shortest counts. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--json", paramLabel = "FILE", description = "Record the ratios here.")
  private @Nullable Path json;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Fail where a ratio is less than 0.8 of the one recorded there.")
  private @Nullable Path recorded;

  /** Runs it; see {@code --help}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new KernelRatios()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Documents documents =
        corpus == null ? Documents.generated() : Documents.ofFolder(corpus, maxBytes);
    System.out.printf("%s, %,d bytes%n", documents.name(), documents.bytes());
    List<InTurn> all = new ArrayList<>();
    for (Kernel kernel : Kernel.values()) {
      InTurn measured = new InTurn(kernel, documents).rounds(rounds);
      all.add(measured);
      print(measured.ratio());
    }
    int code = recorded == null ? 0 : check(RatioFile.read(recorded).ratios(), all);
    if (json != null) {
      new RatioFile(documents.name(), RatioFile.thisMachine(), ratios(all)).write(json);
    }
    return code;
  }

  private int check(List<MeasuredRatio> before, List<InTurn> all) {
    Map<String, String> fallen = RatioComparison.fallen(before, ratios(all));
    for (int attempt = 2; attempt <= ATTEMPTS && !fallen.isEmpty(); attempt++) {
      for (InTurn measured : all) {
        if (fallen.containsKey(measured.ratio().kernel())) {
          print(measured.rounds(2 * rounds).ratio());
        }
      }
      fallen = RatioComparison.fallen(before, ratios(all));
    }
    fallen.values().forEach(System.err::println);
    return fallen.isEmpty() ? 0 : 1;
  }

  private static List<MeasuredRatio> ratios(List<InTurn> all) {
    return all.stream().map(InTurn::ratio).toList();
  }

  private static void print(MeasuredRatio ratio) {
    System.out.printf(
        "%-17s %6.2f   native %8.0f MB/s   %-16s %8.0f MB/s%n",
        ratio.kernel(),
        ratio.ratio(),
        ratio.bytes() / ratio.nativeMillis() / 1e3,
        ratio.java(),
        ratio.bytes() / ratio.javaMillis() / 1e3);
  }
}
