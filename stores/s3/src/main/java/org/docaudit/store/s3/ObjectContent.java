package org.docaudit.store.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The content of an object. A small one is read as part of the request, so that the SDK tries again
 * where a connection breaks off; a large one is a stream.
 */
final class ObjectContent implements ResponseTransformer<GetObjectResponse, InputStream> {

  private static final long SMALL_BYTES = 8L << 20;

  @Override
  public InputStream transform(GetObjectResponse response, AbortableInputStream in) {
    Long length = response.contentLength();
    if (length == null || length > SMALL_BYTES) {
      return in;
    }
    try (in) {
      return new ByteArrayInputStream(in.readAllBytes());
    } catch (IOException e) {
      throw RetryableException.builder().message("the connection broke off: " + e).cause(e).build();
    }
  }

  @Override
  public boolean needsConnectionLeftOpen() {
    return true;
  }
}
