package org.docaudit.store.s3;

/**
 * {@code s3://BUCKET/KEY}. The key is taken as it stands: nothing in it is escaped or resolved.
 *
 * @param key empty where the bucket itself is meant
 */
record S3Uri(String bucket, String key) {

  private static final String SCHEME = "s3://";

  static S3Uri parse(String uri) {
    int slash = uri.indexOf('/', SCHEME.length());
    return slash < 0
        ? new S3Uri(uri.substring(SCHEME.length()), "")
        : new S3Uri(uri.substring(SCHEME.length(), slash), uri.substring(slash + 1));
  }

  /** The URI of a key in the same bucket. */
  String of(String other) {
    return SCHEME + bucket + "/" + other;
  }

  @Override
  public String toString() {
    return of(key);
  }
}
