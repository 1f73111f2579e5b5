package org.docaudit.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.docaudit.nativeudf.NativeSha256;

/** SHA-256 (FIPS 180-4), by which documents, facts and findings are recognised. */
public final class Sha256 {

  private Sha256() {}

  /**
   * A digest of nothing so far, by the native library where this process uses it; not thread-safe.
   */
  public static MessageDigest digest() {
    return NativeSha256.ifLoaded().orElseGet(Sha256::ofPlatform);
  }

  /** The same by Java alone. */
  public static MessageDigest ofPlatform() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Ends a digest: 64 lower-case hexadecimal digits. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same of all bytes at once. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }
}
