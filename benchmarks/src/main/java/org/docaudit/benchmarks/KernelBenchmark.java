package org.docaudit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One side of one {@link Kernel} over all documents, on one thread.
 *
 * <p>{@code -p corpus=FOLDER} takes real documents, up to {@value #MAX_BYTES} bytes of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

  static final long MAX_BYTES = 8L << 20;

  /** Who does it; of the YAML parsers SnakeYAML is the one that the Java engine has. */
  public enum Side {
    NATIVE,
    JAVA,
    SNAKEYAML_ENGINE
  }

  @Param({
    "MARKDOWN",
    "YAML_EVENTS",
    "FRONTMATTER",
    "WORDS_AND_LINES",
    "WORD_FREQUENCIES",
    "SHA256",
    "WHOLE_ANALYSIS"
  })
  public String kernel = "";

  @Param({"NATIVE", "JAVA"})
  public Side side = Side.NATIVE;

  /** A folder; empty for generated documents. */
  @Param("")
  public String corpus = "";

  private Work work = () -> "";

  @Setup
  public void prepare() throws IOException {
    Kernel measured = Kernel.valueOf(kernel);
    Documents all =
        corpus.isEmpty() ? Documents.generated() : Documents.ofFolder(Path.of(corpus), MAX_BYTES);
    Documents documents = measured.select(all);
    Map<String, Work> java = measured.java(documents);
    work =
        switch (side) {
          case NATIVE -> measured.nativeKernel(documents);
          case JAVA -> java.values().iterator().next();
          case SNAKEYAML_ENGINE -> java.get("SnakeYAML Engine");
        };
  }

  @Benchmark
  public Object documents() {
    return work.run();
  }
}
