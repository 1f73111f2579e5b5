package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.docaudit.pipeline.AuditException;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.ObjectStores;
import org.docaudit.read.StoredObject;

/**
 * A report below a URI of any file system that Beam can write, of which none is asked to rename.
 *
 * <p>Workers write to a prefix of the run's own, {@code .NAME.UUID} beside the report. When
 * everything is there and rendered, and not before, the client removes the earlier {@code
 * summary.json}, copies the tables within the store, sends its own files, removes what else the
 * earlier report had, and writes {@code summary.json} last: who finds one has the whole report of
 * one run. Until then a file {@code _publishing} tells the next run that it may write here.
 *
 * <p>Not safe for threads, but for {@link #close}. Two runs must not write to one URI at a time.
 */
public final class RemoteReport implements ReportDestination {

  private static final String PUBLISHING = "_publishing";

  /** Tables that are not rendered; nobody but readers of the report needs them. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          Tables.HEADINGS.name(),
          Tables.LINKS.name(),
          Tables.WORDS.name(),
          Tables.DUPLICATES.name());

  private final String output;
  private final String staging;
  private final ObjectStore store;

  private RemoteReport(String output, ObjectStore store) {
    int name = output.lastIndexOf('/') + 1;
    this.output = output;
    this.staging =
        output.substring(0, name) + "." + output.substring(name) + "." + UUID.randomUUID();
    this.store = store;
  }

  /**
   * Chooses the prefix to write to.
   *
   * @param output URI of the report, without a slash at its end
   * @throws AuditException where something stands there that may not be replaced, or nobody answers
   */
  public static RemoteReport begin(String output, ObjectStores stores) throws AuditException {
    RemoteReport report = new RemoteReport(output, stores.at(output));
    try {
      if (!report.isReplaceable()) {
        throw AuditException.usage(
            "%s holds something that is not a docaudit report; it is not overwritten"
                .formatted(output));
      }
    } catch (IllegalArgumentException e) {
      throw AuditException.usage("--output: " + e.getMessage(), e);
    } catch (IOException e) {
      throw AuditException.incomplete("cannot write to " + output + ": " + e.getMessage(), e);
    }
    return report;
  }

  private boolean isReplaceable() throws IOException {
    return isWrittenByUs(ReportFolder.SUMMARY)
        || isWrittenByUs(PUBLISHING)
        || paths(output).stream().allMatch(ReportFolder.METRICS::equals);
  }

  private boolean isWrittenByUs(String file) throws IOException {
    try (InputStream in = Channels.newInputStream(store.open(output + "/" + file))) {
      JsonNode json = new ObjectMapper().readTree(in);
      return json.path("tool").asText().equals(SummaryJson.TOOL);
    } catch (FileNotFoundException | JacksonException e) {
      return false;
    }
  }

  /** Paths of the files below a URI, relative to it; placeholders for folders are none. */
  private Set<String> paths(String folder) throws IOException {
    Set<String> paths = new TreeSet<>();
    for (StoredObject object : store.list(folder + "/")) {
      if (!object.uri().endsWith("/")) {
        paths.add(object.uri().substring(folder.length() + 1));
      }
    }
    return paths;
  }

  @Override
  public String tables(Path work) {
    return staging;
  }

  @Override
  public Set<String> collect(Path work) throws IOException {
    Set<String> elsewhere = new HashSet<>();
    for (String path : paths(staging)) {
      String folder = path.substring(0, Math.max(0, path.indexOf('/')));
      if (ELSEWHERE.contains(folder)) {
        elsewhere.add(folder);
      } else {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        try (InputStream in = Channels.newInputStream(store.open(staging + "/" + path))) {
          Files.copy(in, file);
        }
      }
    }
    return elsewhere;
  }

  @Override
  public void publish(Path report) throws IOException {
    Set<String> earlier = paths(output);
    send(PUBLISHING, "{\"tool\":\"" + SummaryJson.TOOL + "\"}\n");
    if (earlier.remove(ReportFolder.SUMMARY)) {
      delete(output, Set.of(ReportFolder.SUMMARY));
    }
    Set<String> tables = paths(staging);
    tables.removeIf(path -> path.startsWith(ReportLocation.PARTS + "/"));
    FileSystems.copy(resources(staging, tables), resources(output, tables));
    Set<String> present = new HashSet<>(tables);
    present.add(PUBLISHING);
    for (String path : files(report)) {
      if (present.add(path) && !path.equals(ReportFolder.SUMMARY)) {
        send(report.resolve(path), path);
      }
    }
    earlier.removeAll(present);
    delete(output, earlier);
    send(report.resolve(ReportFolder.SUMMARY), ReportFolder.SUMMARY);
    delete(output, Set.of(PUBLISHING));
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(folder.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private void send(Path file, String path) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      RemotePart.send(channel, output + "/" + path, mimeType(path));
    }
  }

  private void send(String path, String text) throws IOException {
    Path file = Files.createTempFile("docaudit-", ".json");
    try {
      Files.writeString(file, text, UTF_8);
      send(file, path);
    } finally {
      Files.delete(file);
    }
  }

  /** Browsers show what they get by this, not by its name. */
  private static String mimeType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "html" -> "text/html";
      case "json", "sarif" -> "application/json";
      case "xml" -> "application/xml";
      case "jsonl", "md", "prom" -> "text/plain";
      default -> MimeTypes.BINARY;
    };
  }

  private static List<ResourceId> resources(String folder, Collection<String> paths) {
    return paths.stream()
        .map(path -> FileSystems.matchNewResource(folder + "/" + path, false))
        .toList();
  }

  private static void delete(String folder, Collection<String> paths) throws IOException {
    if (!paths.isEmpty()) {
      FileSystems.delete(resources(folder, paths));
    }
  }

  /** Removes the run's own prefix, whether the report was published or not. */
  @Override
  public void close() throws IOException {
    delete(staging, paths(staging));
  }

  /** Removes the local folder in which a report that is not local was put together. */
  public static void discard(Optional<String> remote, Path report) throws IOException {
    if (remote.isPresent()) {
      WorkFolders.delete(report.getParent());
    }
  }
}
