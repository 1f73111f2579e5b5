package org.docaudit.pipeline.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.config.SourceUrl;

/** Where the documents of a report are: on disk, in their repository, and on the web. */
public final class SourceLocations {

  private static final String LOCAL = "file:";

  private final URI report;
  private final List<Root> roots = new ArrayList<>();
  private final Optional<SourceUrl> sourceUrl;

  /**
   * A corpus.
   *
   * @param prefix what its paths begin with
   * @param folder reference of its folder, absolute or relative to the report's; ends in {@code /}
   * @param repositoryPath path of the folder in its git repository, or null without one
   */
  private record Root(String prefix, String folder, @Nullable String repositoryPath) {}

  /**
   * Reads where the corpora of a report are.
   *
   * @param report folder of the report
   * @param sourceUrl where lines can be looked at, instead of the files
   */
  public SourceLocations(Path report, RunSummary summary, Optional<SourceUrl> sourceUrl)
      throws IOException {
    this.report = report.toRealPath().toUri();
    this.sourceUrl = sourceUrl;
    for (JsonNode root : summary.roots()) {
      roots.add(
          new Root(
              root.path("prefix").asText(),
              root.path("folder").asText(),
              root.path("repository_path").textValue()));
    }
  }

  /** The path of a document from the top of its repository; without one its path in the corpus. */
  public String repositoryPath(String path) {
    return root(path)
        .filter(root -> root.repositoryPath() != null)
        .map(root -> root.repositoryPath() + path.substring(root.prefix().length()))
        .orElse(path);
  }

  /**
   * Where a reader can look at a document; {@code {line}} and {@code {column}} are still to be
   * filled in. Null where the document is not to be had.
   */
  @Nullable String url(String path) {
    if (sourceUrl.isPresent()) {
      return sourceUrl.get().of(encode(repositoryPath(path)));
    }
    return root(path)
        .filter(SourceLocations::isLocal)
        .map(root -> root.folder() + encode(path.substring(root.prefix().length())))
        .orElse(null);
  }

  /** A URL with the place of a finding filled in; its first line for a document as a whole. */
  static String at(String url, ShownFinding finding) {
    return url.replace("{line}", Integer.toString(Math.max(1, finding.line())))
        .replace("{column}", Integer.toString(Math.max(1, finding.column())));
  }

  /** The file that a document was read from, if it is a local one. */
  public Optional<Path> file(String path) {
    return root(path)
        .filter(SourceLocations::isLocal)
        .map(root -> root.folder() + encode(path.substring(root.prefix().length())))
        .flatMap(reference -> open(report.resolve(reference)));
  }

  /**
   * The corpus path of a file that is there, in a local corpus.
   *
   * @param file absolute path
   */
  public Optional<String> corpusPath(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Path real = file.getParent().toRealPath().resolve(file.getFileName());
    for (Root root : roots) {
      Optional<Path> folder =
          isLocal(root) ? open(report.resolve(root.folder())) : Optional.empty();
      if (folder.isPresent() && real.startsWith(folder.get().toRealPath())) {
        Path below = folder.get().toRealPath().relativize(real);
        return Optional.of(
            root.prefix() + below.toString().replace(below.getFileSystem().getSeparator(), "/"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> open(URI file) {
    try {
      return Optional.of(Path.of(file));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<Root> root(String path) {
    return roots.stream().filter(root -> path.startsWith(root.prefix())).findFirst();
  }

  private static boolean isLocal(Root root) {
    return root.folder().startsWith(".") || root.folder().startsWith(LOCAL);
  }

  /** A path as part of a URL: by RFC 3986 with unreserved characters and slashes as they are. */
  static String encode(String path) {
    StringBuilder encoded = new StringBuilder(path.length() + 8);
    for (byte each : path.getBytes(UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }
}
