package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.PageCompressor;

/**
 * The values of a Parquet page under construction, without those that are absent. A page after the
 * other is made with the same object. Not thread-safe.
 */
abstract class PageValues {

  /** Those of a column in the PLAIN encoding, or by its dictionary where it has one. */
  static PageValues of(Column column) {
    return switch (column.type()) {
      case STRING -> column.dictionary() ? new DictionaryValues() : new Texts();
      case STRING_LIST -> new Texts();
      case BYTES -> new Bytes();
      case LONG -> new Longs();
      case INT -> new Ints();
      case BOOLEAN -> new Booleans();
    };
  }

  /** Adds one of the Java type that the column's type names. */
  abstract void add(Object value);

  /** How many bytes they take in the page, more or less. */
  abstract int bytes();

  /** Appends the encoded values. */
  abstract void writeTo(PageBuffer page) throws IOException;

  Encoding encoding() {
    return Encoding.PLAIN;
  }

  /** Adds the least and the greatest value, if there is one. */
  abstract void summarize(Statistics<?> statistics);

  /** Begins another page. */
  abstract void clear();

  /** The dictionary of all pages since the last call, if they have one; begins another. */
  @Nullable DictionaryPage takeDictionary(PageCompressor compressor) {
    return null;
  }

  /** Strings of bytes, which are ordered by their unsigned values. */
  private static class Bytes extends PageValues {

    private final PageBuffer plain = new PageBuffer();
    private byte[] min;
    private byte[] max;

    @Override
    void add(Object value) {
      addBytes((byte[]) value);
    }

    final void addBytes(byte[] value) {
      plain.writeCounted(value);
      if (value == max) {
        return;
      }
      if (max == null) {
        min = value;
        max = value;
      } else if (Arrays.compareUnsigned(value, max) > 0) {
        max = value;
      } else if (Arrays.compareUnsigned(value, min) < 0) {
        min = value;
      }
    }

    @Override
    int bytes() {
      return plain.size();
    }

    @Override
    void writeTo(PageBuffer page) {
      page.write(plain);
    }

    @Override
    void summarize(Statistics<?> statistics) {
      if (max != null) {
        statistics.updateStats(Binary.fromConstantByteArray(min));
        statistics.updateStats(Binary.fromConstantByteArray(max));
      }
    }

    @Override
    void clear() {
      plain.clear();
      min = null;
      max = null;
    }
  }

  private static final class Texts extends Bytes {

    private @Nullable Object last;
    private byte[] bytes;

    @Override
    @SuppressWarnings("ReferenceEquality") // The same object, or it is encoded once more.
    void add(Object value) {
      if (value != last) {
        last = value;
        bytes = ((String) value).getBytes(UTF_8);
      }
      addBytes(bytes);
    }
  }

  private static final class Longs extends PageValues {

    private final PageBuffer plain = new PageBuffer();
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    @Override
    void add(Object value) {
      long number = (Long) value;
      plain.writeInt((int) number);
      plain.writeInt((int) (number >> Integer.SIZE));
      min = Math.min(min, number);
      max = Math.max(max, number);
    }

    @Override
    int bytes() {
      return plain.size();
    }

    @Override
    void writeTo(PageBuffer page) {
      page.write(plain);
    }

    @Override
    void summarize(Statistics<?> statistics) {
      if (plain.size() > 0) {
        statistics.updateStats(min);
        statistics.updateStats(max);
      }
    }

    @Override
    void clear() {
      plain.clear();
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
    }
  }

  private static final class Ints extends PageValues {

    private final PageBuffer plain = new PageBuffer();
    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    @Override
    void add(Object value) {
      int number = (Integer) value;
      plain.writeInt(number);
      min = Math.min(min, number);
      max = Math.max(max, number);
    }

    @Override
    int bytes() {
      return plain.size();
    }

    @Override
    void writeTo(PageBuffer page) {
      page.write(plain);
    }

    @Override
    void summarize(Statistics<?> statistics) {
      if (plain.size() > 0) {
        statistics.updateStats(min);
        statistics.updateStats(max);
      }
    }

    @Override
    void clear() {
      plain.clear();
      min = Integer.MAX_VALUE;
      max = Integer.MIN_VALUE;
    }
  }

  /** One bit a value, the lowest of a byte first. */
  private static final class Booleans extends PageValues {

    private final PageBuffer plain = new PageBuffer();
    private int bits;
    private int count;
    private int trues;

    @Override
    void add(Object value) {
      if ((Boolean) value) {
        bits |= 1 << (count % Byte.SIZE);
        trues++;
      }
      count++;
      if (count % Byte.SIZE == 0) {
        plain.write(bits);
        bits = 0;
      }
    }

    @Override
    int bytes() {
      return plain.size();
    }

    @Override
    void writeTo(PageBuffer page) {
      page.write(plain);
      if (count % Byte.SIZE != 0) {
        page.write(bits);
      }
    }

    @Override
    void summarize(Statistics<?> statistics) {
      if (count > 0) {
        statistics.updateStats(trues == count);
        statistics.updateStats(trues > 0);
      }
    }

    @Override
    void clear() {
      plain.clear();
      bits = 0;
      count = 0;
      trues = 0;
    }
  }
}
