package org.docaudit.store.s3;

import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.InstanceBuilder;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.ObjectStoreProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code s3://BUCKET/KEY}, as {@link S3Options} say. */
public final class S3StoreProvider implements ObjectStoreProvider {

  /** Of each file that is written; Beam's 64 MiB are much of a heap of 2 GiB. */
  private static final int UPLOAD_BUFFER_BYTES = 8 << 20;

  private static final String NO_CREDENTIALS =
      "no credentials for S3 were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
          + " AWS_PROFILE; for a public bucket give"
          + " --awsCredentialsProvider='{\"@type\":\"AnonymousCredentialsProvider\"}'";

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public List<String> defaultArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--s3ClientFactoryClass=" + S3ClientFactory.class.getName());
    arguments.add("--s3UploadBufferSizeBytes=" + UPLOAD_BUFFER_BYTES);
    endpoint(System.getenv()).ifPresent(url -> arguments.add("--endpoint=" + url));
    return arguments;
  }

  /** As newer AWS SDKs and the AWS command line have it: of the service, else of all. */
  static Optional<String> endpoint(Map<String, String> environment) {
    return Stream.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
        .map(environment::get)
        .filter(url -> url != null && !url.isEmpty())
        .findFirst();
  }

  @Override
  public ObjectStore open(PipelineOptions options) {
    S3Options s3 = options.as(S3Options.class);
    return new S3Store(() -> connect(s3), s3.getSSECustomerKey());
  }

  private static S3Client connect(S3Options options) throws AccessDeniedException {
    try {
      options.getAwsCredentialsProvider().resolveCredentials();
    } catch (SdkClientException e) {
      AccessDeniedException denied = new AccessDeniedException("s3", null, NO_CREDENTIALS);
      denied.initCause(e);
      throw denied;
    }
    return InstanceBuilder.ofType(S3ClientBuilderFactory.class)
        .fromClass(options.getS3ClientFactoryClass())
        .build()
        .createBuilder(options)
        .build();
  }
}
