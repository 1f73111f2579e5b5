package org.docaudit.pipeline.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.render.SourceLocations;

/**
 * Mends the links that broke, as a unified diff against the corpus of the later run, which {@code
 * patch -p1} and {@code git apply} take. Paths are those from the top of the git repository that
 * holds the corpus, or else from the corpus.
 *
 * <p>A document is read from the corpus when its patch is made. What is not known to be right is
 * left out, see {@link MendedDocument}.
 */
public final class LinkPatch {

  private final SourceLocations locations;
  private final OutputStream out;
  private final List<LinkBreak> pending = new ArrayList<>();
  private long mended;
  private long broken;

  private LinkPatch(SourceLocations locations, OutputStream out) {
    this.locations = locations;
    this.out = out;
  }

  /**
   * What was done.
   *
   * @param broken links that broke
   * @param mended those that the patch mends
   */
  public record Result(long broken, long mended) {}

  /** Writes the patch; nothing where no link can be mended. */
  public static Result write(RunDiff diff, OutputStream out) throws IOException {
    SourceLocations locations =
        new SourceLocations(diff.after().folder(), diff.after().summary(), Optional.empty());
    LinkPatch patch = new LinkPatch(locations, out);
    diff.breaks().forEach(patch::add);
    patch.document();
    return new Result(patch.broken, patch.mended);
  }

  /** They come document by document. */
  private void add(LinkBreak link) throws IOException {
    broken++;
    if (link.fix() == null || !isThere(link.target())) {
      return;
    }
    if (!pending.isEmpty() && !path(pending.get(0)).equals(path(link))) {
      document();
    }
    pending.add(link);
  }

  /** What went with its folder may not have arrived; the tables know documents alone. */
  private boolean isThere(@Nullable String target) {
    if (target == null) {
      return false;
    }
    int hash = target.indexOf('#');
    return locations
        .file(hash < 0 ? target : target.substring(0, hash))
        .filter(Files::exists)
        .isPresent();
  }

  private static String path(LinkBreak link) {
    return link.link().sourceFile();
  }

  private void document() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    List<LinkBreak> links = List.copyOf(pending);
    pending.clear();
    String path = path(links.get(0));
    Optional<Path> file = locations.file(path).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file.get());
    MendedDocument document = MendedDocument.of(bytes, links);
    if (document.mended() > 0) {
      mended += document.mended();
      write(locations.repositoryPath(path), bytes, document.bytes());
    }
  }

  private void write(String path, byte[] before, byte[] after) throws IOException {
    out.write(("--- " + name("a/" + path) + "\n+++ " + name("b/" + path) + "\n").getBytes(UTF_8));
    LineHunks.write(before, after, out);
  }

  /** As git and GNU patch quote it; what has a space ends in a tab. */
  private static String name(String path) {
    boolean plain = path.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '"' || c == '\\');
    if (plain) {
      return path.indexOf(' ') < 0 ? path : path + "\t";
    }
    ByteArrayOutputStream quoted = new ByteArrayOutputStream();
    quoted.write('"');
    for (byte each : path.getBytes(UTF_8)) {
      int c = each & 0xFF;
      if (c == '"' || c == '\\') {
        quoted.write('\\');
        quoted.write(c);
      } else if (c < ' ' || c == 0x7F) {
        quoted.writeBytes("\\%03o".formatted(c).getBytes(UTF_8));
      } else {
        quoted.write(c);
      }
    }
    quoted.write('"');
    return quoted.toString(UTF_8);
  }
}
