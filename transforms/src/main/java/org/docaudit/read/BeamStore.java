package org.docaudit.read;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** Any file system that Beam knows. */
final class BeamStore implements ObjectStore {

  /** Of the file systems that Beam brings. */
  private static final List<String> SCHEMES = List.of("file", "gs", "s3", "hdfs", "azfs");

  @Override
  public List<StoredObject> list(String folder) throws IOException {
    return match(folder + "**");
  }

  /** What a pattern of Beam's matches. */
  List<StoredObject> match(String pattern) throws IOException {
    return metadata(pattern).stream().map(BeamStore::object).toList();
  }

  @Override
  public Optional<StoredObject> find(String uri) throws IOException {
    List<Metadata> found = metadata(uri);
    return found.size() == 1 && !found.get(0).resourceId().isDirectory()
        ? Optional.of(object(found.get(0)))
        : Optional.empty();
  }

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    return FileSystems.open(FileSystems.matchNewResource(uri, false));
  }

  @Override
  public ReadableByteChannel open(String uri, long offset, int length) throws IOException {
    ReadableByteChannel channel = open(uri);
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable.position(offset);
    }
    channel.close();
    throw new IOException("its file system gives no access to parts of a file");
  }

  private static StoredObject object(Metadata metadata) {
    return new StoredObject(
        metadata.resourceId().toString(),
        Math.max(0, metadata.sizeBytes()),
        metadata.lastModifiedMillis());
  }

  private static List<Metadata> metadata(String pattern) throws IOException {
    try {
      MatchResult result = FileSystems.match(List.of(pattern)).get(0);
      return result.status() == MatchResult.Status.NOT_FOUND ? List.of() : result.metadata();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(explain(pattern, e), e);
    }
  }

  private static String explain(String uri, IllegalArgumentException e) {
    String scheme = uri.substring(0, uri.indexOf(':'));
    if (isKnown(scheme)) {
      return "it is no valid URI: " + e.getMessage();
    }
    String known = SCHEMES.stream().filter(BeamStore::isKnown).collect(joining(", "));
    return "no Beam file system for '%s:' is on the class path; known here: %s"
        .formatted(scheme, known);
  }

  /** Beam has no list of the schemes it knows, but can be asked for each. */
  private static boolean isKnown(String scheme) {
    try {
      FileSystems.matchNewResource(scheme + "://docaudit/folder/", true);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
