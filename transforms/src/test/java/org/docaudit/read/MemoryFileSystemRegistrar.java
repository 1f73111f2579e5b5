package org.docaudit.read;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/** A store of objects in memory under {@code mem:}, that lists like the cloud's. */
public final class MemoryFileSystemRegistrar implements FileSystemRegistrar {
  static final Map<String, String> OBJECTS = new ConcurrentSkipListMap<>();

  @Override
  public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
    return List.of(new MemoryFileSystem());
  }

  private record Id(String uri) implements ResourceId {
    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ResourceId getCurrentDirectory() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getScheme() {
      return "mem";
    }

    @Override
    public String getFilename() {
      return uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return uri.endsWith("/");
    }

    @Override
    public String toString() {
      return uri;
    }
  }

  private static final class MemoryFileSystem extends FileSystem<Id> {
    @Override
    protected List<MatchResult> match(List<String> specs) {
      List<MatchResult> results = new ArrayList<>();
      for (String spec : specs) {
        List<Metadata> found = new ArrayList<>();
        OBJECTS.forEach(
            (uri, content) -> {
              boolean below =
                  spec.endsWith("**") && uri.startsWith(spec.substring(0, spec.length() - 2));
              if (below || uri.equals(spec)) {
                found.add(metadata(uri, content));
              }
            });
        results.add(
            found.isEmpty()
                ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(spec))
                : MatchResult.create(Status.OK, found));
      }
      return results;
    }

    private static Metadata metadata(String uri, String content) {
      return Metadata.builder()
          .setResourceId(new Id(uri))
          .setSizeBytes(content.getBytes(StandardCharsets.UTF_8).length)
          .setIsReadSeekEfficient(true)
          .setLastModifiedMillis(7)
          .build();
    }

    @Override
    protected ReadableByteChannel open(Id id) throws FileNotFoundException {
      String content = OBJECTS.get(id.uri());
      if (content == null) {
        throw new FileNotFoundException(id.uri());
      }
      return Channels.newChannel(
          new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    protected WritableByteChannel create(Id id, CreateOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void copy(List<Id> from, List<Id> to) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void rename(List<Id> from, List<Id> to, MoveOptions... options) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void delete(Collection<Id> ids) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected Id matchNewResource(String uri, boolean directory) {
      return new Id(uri);
    }

    @Override
    protected String getScheme() {
      return "mem";
    }
  }
}
