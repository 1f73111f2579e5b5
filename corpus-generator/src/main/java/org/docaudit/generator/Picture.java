package org.docaudit.generator;

import java.util.Base64;

/** The picture that stands for all pictures: one transparent pixel, PNG. */
final class Picture {

  private static final byte[] BYTES =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAA"
                  + "SUVORK5CYII=");

  private Picture() {}

  static byte[] bytes() {
    return BYTES.clone();
  }
}
