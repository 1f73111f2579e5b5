package org.docaudit.pipeline.config;

import java.util.regex.Pattern;

/** Shares of a whole as people write them: {@code 0}, {@code 0.01}, {@code 1}. */
public final class Share {
  private static final Pattern SYNTAX = Pattern.compile("[0-9]{0,9}\\.?[0-9]{1,9}");

  private Share() {}

  /**
   * The number.
   *
   * @throws IllegalArgumentException for anything but a decimal number from 0 to 1
   */
  public static double parse(String text) {
    double share = SYNTAX.matcher(text).matches() ? Double.parseDouble(text) : -1;
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException(
          "expected a number from 0 to 1, such as 0.01, found '" + text + "'");
    }
    return share;
  }
}
