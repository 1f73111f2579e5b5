package org.docaudit.store.s3;

import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Beam's client, and for other servers than Amazon's ({@code --endpoint}) what they want: the
 * bucket in the path, since few have a host name for each, and any region where none is configured.
 */
public final class S3ClientFactory implements S3ClientBuilderFactory {

  @Override
  public S3ClientBuilder createBuilder(S3Options options) {
    S3ClientBuilder builder = new DefaultS3ClientBuilderFactory().createBuilder(options);
    if (options.getEndpoint() != null) {
      builder.forcePathStyle(true);
      if (options.getAwsRegion() == null) {
        builder.region(Region.US_EAST_1);
      }
    }
    return builder;
  }
}
