package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.StoredObject;

/**
 * The files below a URI, by their path relative to it. The store lists and reads, Beam's file
 * system writes, copies and deletes.
 *
 * @param uri without a slash at its end
 */
record RemoteFolder(String uri, ObjectStore store) {

  /** Paths of all files; placeholders for folders are none. */
  Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    for (StoredObject object : store.list(uri + "/")) {
      if (!object.uri().endsWith("/")) {
        paths.add(object.uri().substring(uri.length() + 1));
      }
    }
    return paths;
  }

  /** Whether a file is one of docaudit's in JSON; false where there is none. */
  boolean isWrittenByUs(String path) throws IOException {
    try {
      return new ObjectMapper().readTree(read(path)).path("tool").asText().equals(SummaryJson.TOOL);
    } catch (FileNotFoundException | JacksonException e) {
      return false;
    }
  }

  byte[] read(String path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }

  /** Copies a file to the same path in a local folder. */
  void fetch(String path, Path folder) throws IOException {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("a name leads out of its folder: " + uri + "/" + path);
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = open(path)) {
      Files.copy(in, file);
    }
  }

  private InputStream open(String path) throws IOException {
    return Channels.newInputStream(store.open(uri + "/" + path));
  }

  void send(Path file, String path) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      RemotePart.send(channel, uri + "/" + path, mimeType(path));
    }
  }

  void send(String text, String path) throws IOException {
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

  /** Copies files to another folder of the same store. */
  void copy(Collection<String> paths, RemoteFolder target) throws IOException {
    FileSystems.copy(resources(paths), target.resources(paths));
  }

  void delete(Collection<String> paths) throws IOException {
    if (!paths.isEmpty()) {
      FileSystems.delete(resources(paths));
    }
  }

  private List<ResourceId> resources(Collection<String> paths) {
    return paths.stream()
        .map(path -> FileSystems.matchNewResource(uri + "/" + path, false))
        .toList();
  }
}
