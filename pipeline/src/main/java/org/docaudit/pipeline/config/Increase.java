package org.docaudit.pipeline.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By how much a figure may grow from one run to the next: {@code 10}, or {@code 5 %} of what it was
 * before.
 *
 * @param amount at least 0
 */
public record Increase(BigDecimal amount, boolean percent) {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,4})?) ?(%?)");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Reads it as people write it.
   *
   * @throws IllegalArgumentException for anything but a whole number or a percentage
   */
  public static Increase parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    boolean percent = text.endsWith("%");
    if (!matcher.matches() || (!percent && text.contains("."))) {
      throw new IllegalArgumentException(
          "expected a whole number or a percentage, such as 10 or 5 %, found '" + text + "'");
    }
    return new Increase(new BigDecimal(matcher.group(1)), percent);
  }

  /** Whether a figure has grown by more than that. */
  public boolean exceededBy(long before, long now) {
    BigDecimal allowed =
        percent ? BigDecimal.valueOf(before).multiply(amount).divide(HUNDRED) : amount;
    return BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before)).compareTo(allowed) > 0;
  }

  /** As it is written: {@code 10}, {@code 5 %}. */
  public String text() {
    return amount.toPlainString() + (percent ? " %" : "");
  }
}
