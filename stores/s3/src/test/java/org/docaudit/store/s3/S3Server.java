package org.docaudit.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.GetOptions;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.http.HttpCommand;
import org.jclouds.http.HttpRequest;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;

/**
 * S3Proxy on a loopback port, with its objects in memory. It counts requests, and can be told to
 * fail them.
 */
final class S3Server implements AutoCloseable {

  /** Requests by kind and, but for lists, key, such as {@code GET docs/a.md}. */
  final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  private final Map<String, ConcurrentLinkedDeque<Optional<RuntimeException>>> faults =
      new ConcurrentHashMap<>();
  private final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
  private final BlobStoreContext context =
      ContextBuilder.newBuilder("transient").build(BlobStoreContext.class);
  private final BlobStore objects = context.getBlobStore();
  private final S3Proxy proxy;

  private S3Server(boolean signed) {
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .blobStore(new Watched(objects))
            // Of which Beam sends one, to say that there is no key of the bucket's own.
            .ignoreUnknownHeaders(true)
            .endpoint(URI.create("http://127.0.0.1:0"));
    if (signed) {
      builder.awsAuthentication(AuthenticationType.AWS_V4, "test", "secret");
    } else {
      builder.awsAuthentication(AuthenticationType.NONE, "", "");
    }
    proxy = builder.build();
  }

  static S3Server start(boolean signed) throws Exception {
    S3Server server = new S3Server(signed);
    server.proxy.start();
    while (!server.proxy.getState().equals(AbstractLifeCycle.STARTED)) {
      Thread.onSpinWait();
    }
    return server;
  }

  /** Options with which docaudit finds it. */
  List<String> options() {
    return options("http://127.0.0.1:" + proxy.getPort());
  }

  /** The same options for another address. */
  static List<String> options(String endpoint) {
    return List.of(
        "--endpoint=" + endpoint,
        "--awsRegion=us-east-1",
        "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
            + "\"accessKeyId\":\"test\",\"secretAccessKey\":\"secret\"}");
  }

  void bucket(String name) {
    objects.createContainerInLocation(null, name);
  }

  void put(String bucket, String key, byte[] content) {
    objects.putBlob(bucket, objects.blobBuilder(key).payload(content).build());
  }

  void put(String bucket, String key, String content) {
    put(bucket, key, content.getBytes(UTF_8));
  }

  /** Puts every file of a folder. */
  void putAll(String bucket, String prefix, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(bucket, prefix + folder.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  void remove(String bucket, String key) {
    objects.removeBlob(bucket, key);
  }

  byte[] get(String bucket, String key) throws IOException {
    return objects.getBlob(bucket, key).getPayload().openStream().readAllBytes();
  }

  Set<String> keys(String bucket) {
    Set<String> keys = new TreeSet<>();
    objects
        .list(bucket, ListContainerOptions.Builder.recursive().maxResults(100_000))
        .forEach(each -> keys.add(each.getName()));
    return keys;
  }

  /** Lets all requests of a kind fail from now on. */
  void failAll(String kind, RuntimeException failure) {
    broken.put(kind, failure);
  }

  /** Lets the next requests of that kind and key fail, in that order. */
  void fail(String request, RuntimeException... failures) {
    faults.put(
        request, new ConcurrentLinkedDeque<>(Stream.of(failures).map(Optional::of).toList()));
  }

  /** Lets one request of that kind and key fail after so many more that succeed. */
  void failAfter(String request, int successes, RuntimeException failure) {
    ConcurrentLinkedDeque<Optional<RuntimeException>> left = new ConcurrentLinkedDeque<>();
    for (int i = 0; i < successes; i++) {
      left.add(Optional.empty());
    }
    left.add(Optional.of(failure));
    faults.put(request, left);
  }

  /** What the server fails with, so that the answer has this status. */
  static RuntimeException status(int status) {
    return new HttpResponseException(
        "as told",
        new HttpCommand(HttpRequest.builder().method("GET").endpoint("http://x").build()),
        HttpResponse.builder().statusCode(status).build());
  }

  int count(String request) {
    return requests.getOrDefault(request, new AtomicInteger()).get();
  }

  /** How many requests of a kind there were, whatever the key. */
  int countAll(String kind) {
    return requests.entrySet().stream()
        .filter(each -> each.getKey().startsWith(kind))
        .mapToInt(each -> each.getValue().get())
        .sum();
  }

  @Override
  public void close() throws IOException {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      context.close();
    }
  }

  private void note(String request) {
    requests.computeIfAbsent(request, name -> new AtomicInteger()).incrementAndGet();
    ConcurrentLinkedDeque<Optional<RuntimeException>> left = faults.get(request);
    String kind = request.substring(0, (request + " ").indexOf(' '));
    Optional<RuntimeException> next =
        left == null ? Optional.ofNullable(broken.get(kind)) : left.poll();
    if (next != null && next.isPresent()) {
      throw next.get();
    }
  }

  private final class Watched extends ForwardingBlobStore {

    Watched(BlobStore objects) {
      super(objects);
    }

    @Override
    public PageSet<? extends StorageMetadata> list(
        String container, ListContainerOptions listOptions) {
      note("LIST");
      return super.list(container, listOptions);
    }

    @Override
    public BlobMetadata blobMetadata(String container, String name) {
      note("HEAD " + name);
      return super.blobMetadata(container, name);
    }

    @Override
    public Blob getBlob(String container, String name, GetOptions getOptions) {
      note("GET " + name);
      return super.getBlob(container, name, getOptions);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(
        String container, BlobMetadata blob, PutOptions options) {
      note("UPLOAD " + blob.getName());
      return super.initiateMultipartUpload(container, blob, options);
    }
  }
}
