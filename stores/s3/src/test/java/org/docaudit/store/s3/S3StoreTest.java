package org.docaudit.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.ObjectStores;
import org.docaudit.read.StoreUnavailableException;
import org.docaudit.read.StoredObject;
import org.jclouds.rest.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StoreTest {

  private S3Server server;

  @BeforeEach
  void start() throws Exception {
    // Its check of signatures does not know the form in which the SDK sends two slashes in a row.
    server = S3Server.start(false);
    server.bucket("bucket");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private ObjectStore store() {
    return store(server.options());
  }

  private static ObjectStore store(List<String> options) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(ObjectStores.defaultArguments());
    return ObjectStores.of(
            PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create())
        .at("s3://bucket/");
  }

  private static String read(ObjectStore store, String uri) throws IOException {
    try (InputStream in = Channels.newInputStream(store.open(uri))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void listsPagesAndReadsWithOneRequestEach() throws Exception {
    List<String> uris = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      server.put("bucket", "docs/%04d.md".formatted(i), "document " + i);
      uris.add("s3://bucket/docs/%04d.md".formatted(i));
    }
    server.put("bucket", "docs2/no.md", "");
    ObjectStore store = store();
    List<StoredObject> objects = store.list("s3://bucket/docs/");
    assertEquals(uris, objects.stream().map(StoredObject::uri).sorted().toList());
    StoredObject one =
        objects.stream().filter(o -> o.uri().endsWith("/0123.md")).findFirst().orElseThrow();
    assertEquals("document 123".length(), one.bytes());
    assertTrue(one.modifiedMillis() > 0);
    assertEquals(2, server.count("LIST"));
    assertEquals("document 123", read(store, one.uri()));
    assertEquals(1, server.count("GET docs/0123.md"));
    assertEquals(0, server.countAll("HEAD"));
    assertEquals(Optional.of(one), store.find(one.uri()));
    assertEquals(Optional.empty(), store.find("s3://bucket/docs"));
    assertEquals(Optional.empty(), store.find("s3://bucket"));
    assertEquals(List.of(), store.list("s3://bucket/none/"));
  }

  @Test
  void listsFoldersSideBySide() throws Exception {
    Set<String> uris = new TreeSet<>();
    for (int i = 0; i < 2_400; i++) {
      String key = i % 40 == 0 ? "docs/%04d.md" : "docs/" + i % 40 + "/deep/%04d.md";
      server.put("bucket", key.formatted(i), "");
      uris.add("s3://bucket/" + key.formatted(i));
    }
    server.put("bucket", "docs2/no.md", "");
    List<String> listed =
        store().list("s3://bucket/docs/").stream().map(StoredObject::uri).sorted().toList();
    assertEquals(List.copyOf(uris), listed);
    // One that shows that there are more, one for the folders, and one for each of them.
    assertEquals(2 + 39, server.count("LIST"));
    server.failAfter("LIST", 7, new AuthorizationException("as told"));
    assertThrows(AccessDeniedException.class, () -> store().list("s3://bucket/docs/"));
  }

  @Test
  void takesKeysAsTheyAre() throws Exception {
    List<String> keys =
        List.of(
            "/first.md",
            "%.md",
            "*.md",
            ".hidden.md",
            "[b].md",
            "a b.md",
            "a%2Fb.md",
            "back\\slash.md",
            "e\u0301/\u65e5\u672c.md",
            "new\nline.md",
            "plus+plus.md",
            "q?x=1#f.md",
            "x/../y.md",
            "x//z.md");
    for (String key : keys) {
      server.put("bucket", "d/" + key, "of " + key);
    }
    ObjectStore store = store();
    List<String> listed = new ArrayList<>();
    for (StoredObject object : store.list("s3://bucket/d/")) {
      String key = object.uri().substring("s3://bucket/d/".length());
      listed.add(key);
      assertEquals("of " + key, read(store, object.uri()));
    }
    assertEquals(Set.copyOf(keys), Set.copyOf(listed));
    assertEquals(keys.size(), listed.size());
  }

  @Test
  void triesAgain() throws Exception {
    server.put("bucket", "a.md", "text");
    server.fail("GET a.md", S3Server.status(503), S3Server.status(500));
    assertEquals("text", read(store(), "s3://bucket/a.md"));
    assertEquals(3, server.count("GET a.md"));
  }

  @Test
  void readsALargeObjectAsAStream() throws Exception {
    byte[] large = new byte[9 << 20];
    large[large.length - 1] = 7;
    server.put("bucket", "large.md", large);
    try (InputStream in = Channels.newInputStream(store().open("s3://bucket/large.md"))) {
      in.skipNBytes(large.length - 1L);
      assertEquals(7, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void tellsFailuresApart() throws Exception {
    ObjectStore store = store();
    assertEquals(
        "s3://bucket/gone.md",
        assertThrows(FileNotFoundException.class, () -> store.open("s3://bucket/gone.md"))
            .getMessage());
    server.put("bucket", "secret.md", "");
    server.fail("GET secret.md", new AuthorizationException("as told"));
    assertEquals(
        "S3 says AccessDenied (Forbidden)",
        assertThrows(AccessDeniedException.class, () -> store.open("s3://bucket/secret.md"))
            .getReason());
    assertEquals(
        "the bucket nowhere does not exist",
        assertThrows(FileNotFoundException.class, () -> store.list("s3://nowhere/docs/"))
            .getMessage());
    // A bucket that is gone says nothing of the document.
    assertTrue(
        assertThrows(StoreUnavailableException.class, () -> store.open("s3://nowhere/a.md"))
            .getMessage()
            .startsWith("S3 says NoSuchBucket "));
    server.fail("LIST", new AuthorizationException("as told"));
    assertEquals(
        "S3 says AccessDenied (Forbidden)",
        assertThrows(AccessDeniedException.class, () -> store.list("s3://bucket/")).getReason());
    ObjectStore nobody = store(S3Server.options("http://127.0.0.1:1"));
    String message =
        assertThrows(StoreUnavailableException.class, () -> nobody.open("s3://bucket/a.md"))
            .getMessage();
    assertTrue(message.startsWith("no answer of S3 for s3://bucket/a.md: "), message);
  }

  @Test
  void endpointOfTheEnvironment() {
    assertEquals(
        Optional.of("http://127.0.0.1:2"),
        S3StoreProvider.endpoint(
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:2")));
    assertEquals(
        Optional.of("http://127.0.0.1:1"),
        S3StoreProvider.endpoint(
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_ENDPOINT_URL_S3", "")));
    assertEquals(Optional.empty(), S3StoreProvider.endpoint(Map.of("PATH", "/usr/bin")));
  }
}
