package org.docaudit.store.s3;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.aws2.s3.SSECustomerKey;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.StoredObject;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3 with one request for 1,000 listed objects and one for each object that is read. (Beam's file
 * system asks for the head of each object twice besides, when it lists and when it opens.)
 */
final class S3Store implements ObjectStore {

  /** Makes a client. */
  interface Connection {
    S3Client open() throws IOException;
  }

  private final Connection connection;
  private final SSECustomerKey key;
  private @MonotonicNonNull S3Client client;

  /**
   * @param connection is made when it is needed first
   * @param key with which objects are encrypted, if its parts are not null
   */
  S3Store(Connection connection, SSECustomerKey key) {
    this.connection = connection;
    this.key = key;
  }

  @Override
  public List<StoredObject> list(String folder) throws IOException {
    S3Uri uri = S3Uri.parse(folder);
    return new PrefixListing(uri, (prefix, delimiter, token) -> page(uri, prefix, delimiter, token))
        .run();
  }

  private ListObjectsV2Response page(
      S3Uri uri, String prefix, @Nullable String delimiter, @Nullable String token)
      throws IOException {
    try {
      return client()
          .listObjectsV2(
              ListObjectsV2Request.builder()
                  .bucket(uri.bucket())
                  .prefix(prefix)
                  .delimiter(delimiter)
                  .continuationToken(token)
                  .build());
    } catch (SdkException e) {
      throw S3Failure.ofBucket(uri, e);
    }
  }

  @Override
  public Optional<StoredObject> find(String uri) throws IOException {
    S3Uri object = S3Uri.parse(uri);
    if (object.key().isEmpty() || object.key().endsWith("/")) {
      return Optional.empty();
    }
    try {
      HeadObjectResponse head =
          client()
              .headObject(
                  HeadObjectRequest.builder()
                      .bucket(object.bucket())
                      .key(object.key())
                      .sseCustomerKey(key.getKey())
                      .sseCustomerAlgorithm(key.getAlgorithm())
                      .sseCustomerKeyMD5(key.getMD5())
                      .build());
      return Optional.of(
          new StoredObject(uri, head.contentLength(), head.lastModified().toEpochMilli()));
    } catch (S3Exception e) {
      // An answer to a HEAD has no body that would say why. Where there is no object and listing is
      // not allowed, it is 403.
      if (e.statusCode() == 404 || e.statusCode() == 403) {
        return Optional.empty();
      }
      throw S3Failure.ofBucket(object, e);
    } catch (SdkException e) {
      throw S3Failure.ofBucket(object, e);
    }
  }

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    return get(uri, null);
  }

  @Override
  public ReadableByteChannel open(String uri, long offset, int length) throws IOException {
    return get(uri, "bytes=%d-%d".formatted(offset, offset + length - 1));
  }

  /**
   * Gets an object.
   *
   * @param range of RFC 9110, or null for all of it
   */
  private ReadableByteChannel get(String uri, @Nullable String range) throws IOException {
    S3Uri object = S3Uri.parse(uri);
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(object.bucket())
            .key(object.key())
            .range(range)
            .sseCustomerKey(key.getKey())
            .sseCustomerAlgorithm(key.getAlgorithm())
            .sseCustomerKeyMD5(key.getMD5())
            .build();
    try {
      return Channels.newChannel(client().getObject(request, new ObjectContent()));
    } catch (SdkException e) {
      throw S3Failure.ofObject(object, e);
    }
  }

  private synchronized S3Client client() throws IOException {
    if (client == null) {
      client = connection.open();
    }
    return client;
  }
}
