package org.docaudit.pipeline.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 4096}, {@code 10MB} (10,000,000), {@code 64MiB}. */
public final class ByteSize {
  /** A document is one array of bytes; some JVMs allow no longer ones. */
  public static final long MAX_DOCUMENT = Integer.MAX_VALUE - 8L;

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,19}) ?([A-Za-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30);

  private ByteSize() {}

  /**
   * The number of bytes that a document may have at most.
   *
   * @throws IllegalArgumentException for anything but a size from 1 to {@link #MAX_DOCUMENT}
   */
  public static long parseDocumentLimit(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "expected a size such as 1048576, 10MB or 64MiB, found '" + text + "'");
    }
    BigInteger bytes = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(unit));
    if (bytes.signum() <= 0 || bytes.compareTo(BigInteger.valueOf(MAX_DOCUMENT)) > 0) {
      throw new IllegalArgumentException(
          "expected a size from 1 to " + MAX_DOCUMENT + " bytes, found '" + text + "'");
    }
    return bytes.longValueExact();
  }
}
