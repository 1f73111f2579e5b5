package org.docaudit.benchmarks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Java's own hash. */
final class JavaDigest {

  static final int SHA256_BYTES = 32;

  private JavaDigest() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
