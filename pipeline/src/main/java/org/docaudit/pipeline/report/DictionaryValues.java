package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.parquet.PageCompressor;

/**
 * Values of a page as places in a dictionary, which the pages of a column in a row group share. The
 * dictionary has each value once, in the order in which they came. Not thread-safe.
 */
final class DictionaryValues extends PageValues {

  private static final int MIN_SLOTS = 64;

  /** In a table that is half empty hardly any text is so far from where it belongs. */
  private static final int MAX_PROBES = 64;

  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> dictionary = new ArrayList<>();

  /** Of each text its place plus one, at its hash or behind; a power of two, half empty or more. */
  private int[] slots = new int[MIN_SLOTS];

  /**
   * Places of texts for which there was no slot near: of those that were written so that their
   * hashes are the same. A map sorts such.
   */
  private final Map<String, Integer> crowded = new HashMap<>();

  private final PageNumbers page = new PageNumbers();
  private @Nullable String last;
  private int lastPlace;

  @Override
  @SuppressWarnings("ReferenceEquality") // The same object, or it is looked up.
  void add(Object value) {
    String text = (String) value;
    if (text != last) {
      last = text;
      lastPlace = placeOf(text);
    }
    page.add(lastPlace);
  }

  /** A map would have three objects a text, each of which is far from the others in memory. */
  private int placeOf(String text) {
    Integer known = crowded.isEmpty() ? null : crowded.get(text);
    if (known != null) {
      return known;
    }
    int slot = slotOf(text);
    if (slot < 0) {
      int place = append(text);
      crowded.put(text, place);
      return place;
    }
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    int place = append(text);
    slots[slot] = place + 1;
    if (2 * texts.size() > slots.length) {
      grow();
    }
    return place;
  }

  private int append(String text) {
    texts.add(text);
    dictionary.add(text.getBytes(UTF_8));
    return texts.size() - 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int place = 0; place < texts.size(); place++) {
      int slot = slotOf(texts.get(place));
      if (slot < 0) {
        crowded.put(texts.get(place), place);
      } else {
        slots[slot] = place + 1;
      }
    }
  }

  /** Where the text is, or the empty slot where it belongs; -1 where too many are in the way. */
  private int slotOf(String text) {
    int hash = text.hashCode();
    int slot = hash ^ hash >>> Short.SIZE;
    for (int probes = 0; probes < MAX_PROBES; probes++) {
      slot &= slots.length - 1;
      if (slots[slot] == 0 || texts.get(slots[slot] - 1).equals(text)) {
        return slot;
      }
      slot++;
    }
    return -1;
  }

  @Override
  int bytes() {
    return page.count() * bits() / Byte.SIZE;
  }

  /** Whose places the pages before had as well, so their number only grows. */
  private int bits() {
    return PageNumbers.bits(dictionary.size() - 1);
  }

  @Override
  void writeTo(PageBuffer out) throws IOException {
    if (page.count() > 0) {
      out.write(bits());
      page.writeTo(out, bits());
    }
  }

  @Override
  Encoding encoding() {
    // A page of absent values alone must not ask for a dictionary that may not be there.
    return page.count() > 0 ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
  }

  @Override
  void summarize(Statistics<?> statistics) {
    BitSet used = new BitSet(dictionary.size());
    for (int i = 0; i < page.count(); i++) {
      if (i == 0 || page.get(i) != page.get(i - 1)) {
        used.set(page.get(i));
      }
    }
    byte[] min = null;
    byte[] max = null;
    for (int place = used.nextSetBit(0); place >= 0; place = used.nextSetBit(place + 1)) {
      byte[] value = dictionary.get(place);
      if (max == null) {
        min = value;
        max = value;
      } else if (Arrays.compareUnsigned(value, max) > 0) {
        max = value;
      } else if (Arrays.compareUnsigned(value, min) < 0) {
        min = value;
      }
    }
    if (max != null) {
      statistics.updateStats(Binary.fromConstantByteArray(min));
      statistics.updateStats(Binary.fromConstantByteArray(max));
    }
  }

  @Override
  void clear() {
    page.clear();
  }

  @Override
  @Nullable DictionaryPage takeDictionary(PageCompressor compressor) {
    if (dictionary.isEmpty()) {
      return null;
    }
    PageBuffer plain = new PageBuffer();
    dictionary.forEach(plain::writeCounted);
    DictionaryPage taken =
        new DictionaryPage(
            BytesInput.from(compressor.compress(plain.array(), plain.size())),
            plain.size(),
            dictionary.size(),
            Encoding.PLAIN);
    texts.clear();
    dictionary.clear();
    crowded.clear();
    slots = new int[MIN_SLOTS];
    last = null;
    return taken;
  }
}
