package org.docaudit.read;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The name of a file as text that does not depend on the locale.
 *
 * <p>Java 17 decodes names by the locale's charset: under {@code LC_ALL=C} every byte beyond ASCII
 * becomes U+FFFD, and no system property changes that. The URI of a path keeps the bytes.
 *
 * @param text the name in UTF-8; bytes that are not UTF-8 stand as {@code %XX}
 * @param escaped the name percent-encoded, where the text cannot tell it; otherwise null
 */
record EntryName(String text, @Nullable String escaped) {
  private static final boolean NAMES_ARE_UNICODE =
      "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))
          || System.getProperty("os.name", "").startsWith("Windows");

  private static final String UNRESERVED = "-._~/";

  static EntryName of(Path entry) {
    // Less work than a path of the name alone.
    String path = entry.toString();
    String name = path.substring(path.lastIndexOf(File.separatorChar) + 1);
    if (isAscii(name) || (NAMES_ARE_UNICODE && name.indexOf('\uFFFD') < 0)) {
      return new EntryName(name, null);
    }
    String uri = entry.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    return ofEscaped(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end));
  }

  /** The name that stands percent-encoded in a URI. */
  static EntryName ofEscaped(String escaped) {
    byte[] bytes = unescape(escaped);
    String text = decode(bytes, 0, bytes.length);
    return text != null ? new EntryName(text, null) : new EntryName(withEscapes(bytes), escaped);
  }

  /** Whether {@link Path#resolve(String)} finds a name of this text. */
  static boolean isOpenableAsText(String text) {
    return NAMES_ARE_UNICODE || isAscii(text);
  }

  /** A path percent-encoded as it stands in URIs. */
  static String escape(String path) {
    StringBuilder escaped = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        appendEscape(escaped, c);
      }
    }
    return escaped.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unescape(String escaped) {
    byte[] bytes = new byte[escaped.length()];
    int size = 0;
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        bytes[size++] = (byte) Integer.parseInt(escaped, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[size++] = (byte) c;
      }
    }
    return Arrays.copyOf(bytes, size);
  }

  /** Decodes what is UTF-8 and writes each other byte as an escape. */
  private static String withEscapes(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; ) {
      int length = sequenceLength(bytes, i);
      if (length == 0) {
        appendEscape(text, bytes[i++] & 0xff);
      } else {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return text.toString();
  }

  /** Length of the UTF-8 sequence there, or 0 where there is none. */
  private static int sequenceLength(byte[] bytes, int at) {
    for (int length = 1; length <= 4 && at + length <= bytes.length; length++) {
      if (decode(bytes, at, length) != null) {
        return length;
      }
    }
    return 0;
  }

  /** The text of bytes that are UTF-8, or null. */
  private static @Nullable String decode(byte[] bytes, int at, int length) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, at, length);
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static void appendEscape(StringBuilder text, int octet) {
    text.append('%')
        .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
        .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
  }
}
