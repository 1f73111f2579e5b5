package org.docaudit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.frontmatter.FrontmatterRecord;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.markdown.MarkdownRecord;
import org.docaudit.analysis.markdown.ParsedLink;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.benchmarks.NativeParts.Part;
import org.docaudit.links.LinkTarget;
import org.docaudit.nativeudf.RecordReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Does what a plain audit does, on one thread, with the native kernels, and prints the CPU seconds
 * of each phase as JSON: to be compared with a program that has the same phases.
 *
 * <ul>
 *   <li>{@code scan}: find and read the documents, count their words;
 *   <li>{@code words}: only count them, in memory;
 *   <li>{@code metadata}: read the frontmatter, look for eight fields;
 *   <li>{@code links}: read the Markdown, look whether the files exist that links lead to;
 *   <li>{@code hash}: SHA-256.
 * </ul>
 */
@Command(
    name = "run phases",
    description = "Seconds of the native engine for the phases of a plain audit, on one thread.")
public final class AuditPhases implements Callable<Integer> {

  private static final List<String> REQUIRED =
      List.of(
          "title", "description", "type", "status", "created", "updated", "author", "llm_summary");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Pattern SLASH = Pattern.compile("/");

  @Parameters(paramLabel = "FOLDER", description = "Documents (*.md).")
  private Path folder = Path.of("");

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "150",
      description = "Passes; the shortest counts. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  private final NativeParts parts = new NativeParts();
  private final List<Path> paths = new ArrayList<>();
  private final Set<String> files = new HashSet<>();
  private long missing;
  private Documents documents = Documents.of("", List.of());

  /** Runs it; see {@code --help}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new AuditPhases()).execute(args));
  }

  /** A phase; what it counts goes into the output, so that nobody compares different work. */
  private interface Phase {
    long run() throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, Phase> phases = new LinkedHashMap<>();
    phases.put("scan", this::scan);
    phases.put("words", this::words);
    phases.put("metadata", this::incomplete);
    phases.put("links", this::links);
    phases.put("hash", this::hashes);
    Map<String, Double> seconds = new HashMap<>();
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Phase> phase : phases.entrySet()) {
        long start = THREADS.getCurrentThreadCpuTime();
        long counted = phase.getValue().run();
        double passed = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        figures.put(phase.getKey() + "_s", seconds.merge(phase.getKey(), passed, Math::min));
        figures.put(phase.getKey(), counted);
      }
    }
    figures.put("missing", missing);
    figures.put("documents", documents.count());
    figures.put("bytes", documents.bytes());
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    return 0;
  }

  private long scan() throws IOException {
    paths.clear();
    files.clear();
    List<byte[]> contents = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            files.add(file.toString());
            if (file.toString().endsWith(".md")) {
              paths.add(file);
              contents.add(Files.readAllBytes(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    documents = Documents.of("", contents);
    return words();
  }

  private long words() {
    long words = 0;
    for (List<byte[]> batch : documents.batches()) {
      RecordReader in = parts.analyze(Part.TEXT, batch);
      for (int i = 0; i < batch.size(); i++) {
        in.readByte(); // encoding
        in.readNumber(); // lines
        words += in.readNumber();
        if (in.readNumber() > 0) { // invalid sequences
          in.readNumber();
          in.readNumber();
          in.readNumber();
        }
      }
    }
    return words;
  }

  private long incomplete() {
    long incomplete = 0;
    for (List<byte[]> batch : documents.batches()) {
      RecordReader in = parts.analyze(Part.FRONTMATTER, batch);
      for (byte[] document : batch) {
        ParsedFrontmatter read =
            FrontmatterRecord.read(in, () -> SourceText.decode(document), Limits.DEFAULT);
        incomplete += REQUIRED.stream().allMatch(name -> read.field(name).isPresent()) ? 0 : 1;
      }
    }
    return incomplete;
  }

  private long links() {
    long links = 0;
    missing = 0;
    int number = 0;
    for (List<byte[]> batch : documents.batches()) {
      RecordReader in = parts.analyze(Part.MARKDOWN, batch);
      for (int i = 0; i < batch.size(); i++) {
        String place = String.valueOf(paths.get(number++).getParent());
        for (ParsedLink link : MarkdownRecord.read(in).links()) {
          links++;
          missing += exists(place, LinkTarget.parse(link.target(), link.syntax())) ? 0 : 1;
        }
      }
    }
    return links;
  }

  private boolean exists(String place, LinkTarget target) {
    if (target.kind() != LinkTarget.Kind.INTERNAL) {
      return true;
    }
    StringBuilder path = new StringBuilder(target.rooted() ? folder.toString() : place);
    for (String part : SLASH.split(target.path(), -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> path.setLength(Math.max(0, path.lastIndexOf("/")));
        default -> path.append('/').append(part);
      }
    }
    return files.contains(path.toString());
  }

  private long hashes() {
    Set<String> distinct = new HashSet<>();
    for (List<byte[]> batch : documents.batches()) {
      RecordReader in = parts.analyze(Part.HASH, batch);
      for (int i = 0; i < batch.size(); i++) {
        distinct.add(HexFormat.of().formatHex(in.readBytes(NativeParts.SHA256_BYTES)));
      }
    }
    return distinct.size();
  }
}
