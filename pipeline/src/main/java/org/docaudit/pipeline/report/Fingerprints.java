package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Sha256;

/**
 * The fingerprints of one document's findings: what a finding is recognised by in another run.
 *
 * <p>A fingerprint is made of the rule, the document's path, what the finding is about as written
 * (a link's target, a label, a field), and its number among the equal ones above it in the
 * document. Line, column and message have no part in it: a finding keeps its fingerprint when lines
 * are inserted above it, when a wrong value is replaced by another wrong one, and when a message is
 * worded anew. It changes with the path, the target and the rule. Where the first of several equal
 * findings goes, the last number goes.
 *
 * <p>Computed as the first 128 bits of SHA-256 over the parts in UTF-8, each ended by a zero byte.
 * Not thread-safe; memory grows with the document's findings.
 */
public final class Fingerprints {

  /** The way in which fingerprints are computed; those of different ways cannot be compared. */
  public static final String VERSION = "v1";

  private static final int BYTES = 16;

  private final String path;
  private final MessageDigest sha256;
  private final Map<Subject, Integer> seen = new HashMap<>();

  /** What equal findings of a document share. */
  private record Subject(String rule, @Nullable String target) {}

  /**
   * @param path the document, in the corpus
   */
  public Fingerprints(String path) {
    this(path, Sha256.digest());
  }

  /**
   * @param path the document, in the corpus
   * @param sha256 without any input, as it is left after each fingerprint; making one takes about
   *     as long as a fingerprint
   */
  Fingerprints(String path, MessageDigest sha256) {
    this.path = path;
    this.sha256 = sha256;
  }

  /**
   * The fingerprint of the document's next finding in order of position.
   *
   * @param rule identifier of the rule
   * @param target what it is about as written, or null for the document as a whole
   * @return 32 lower-case hexadecimal digits
   */
  public String next(String rule, @Nullable String target) {
    int number = seen.merge(new Subject(rule, target), 1, Integer::sum);
    String about = target == null ? "" : "=" + target;
    byte[] parts = (rule + '\0' + path + '\0' + about + '\0' + number + '\0').getBytes(UTF_8);
    return HexFormat.of().formatHex(sha256.digest(parts), 0, BYTES);
  }
}
