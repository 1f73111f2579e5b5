package org.docaudit.store.s3;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.Set;
import org.docaudit.read.StoreUnavailableException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the SDK throws, after its own tries, as the failures of an {@code ObjectStore}. */
final class S3Failure {

  /** Of the error codes with status 403 (and 400), those that are said of one object alone. */
  private static final Set<String> OF_OBJECT = Set.of("AccessDenied", "InvalidObjectState");

  private S3Failure() {}

  /** Of a request for an object. */
  static IOException ofObject(S3Uri uri, SdkException e) {
    if (e instanceof S3Exception s3) {
      String code = code(s3);
      if (s3.statusCode() == 404 && !code.equals("NoSuchBucket")) {
        return new FileNotFoundException(uri.toString());
      } else if (OF_OBJECT.contains(code)) {
        return denied(uri, s3);
      }
    }
    return new StoreUnavailableException(message(uri, e), e);
  }

  /** Of a listing. */
  static IOException ofBucket(S3Uri uri, SdkException e) {
    if (e instanceof S3Exception s3) {
      if (s3.statusCode() == 404) {
        return new FileNotFoundException("the bucket " + uri.bucket() + " does not exist");
      } else if (s3.statusCode() >= 300 && s3.statusCode() < 500) {
        return denied(uri, s3);
      }
    }
    return new StoreUnavailableException(message(uri, e), e);
  }

  private static AccessDeniedException denied(S3Uri uri, S3Exception e) {
    AccessDeniedException denied =
        new AccessDeniedException(uri.toString(), null, "S3 says " + detail(e));
    denied.initCause(e);
    return denied;
  }

  private static String message(S3Uri uri, SdkException e) {
    return e instanceof S3Exception s3
        ? "S3 says %s to a request for %s".formatted(detail(s3), uri)
        : "no answer of S3 for %s: %s".formatted(uri, e.getMessage());
  }

  /** Code and message, and the region that a request should have gone to. */
  private static String detail(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    if (details == null) {
      return "status " + e.statusCode();
    }
    Optional<String> region =
        Optional.ofNullable(details.sdkHttpResponse())
            .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    String said = "%s (%s)".formatted(details.errorCode(), details.errorMessage());
    return e.statusCode() == 301 && region.isPresent()
        ? said + "; try --awsRegion=" + region.get()
        : said;
  }

  private static String code(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
