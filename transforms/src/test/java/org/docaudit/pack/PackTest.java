package org.docaudit.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

  /** A value with how it is written and read. */
  private record Item(
      Object value,
      java.util.function.Consumer<PackWriter> writer,
      Function<PackReader, ?> reader) {
    static Item ofByte(int value) {
      return new Item(value & 0xFF, out -> out.writeByte(value), PackReader::readByte);
    }

    static Item ofBoolean(boolean value) {
      return new Item(value, out -> out.writeBoolean(value), PackReader::readBoolean);
    }

    static Item ofLong(long value) {
      return new Item(value, out -> out.writeLong(value), PackReader::readLong);
    }

    static Item ofInt(int value) {
      return new Item(value, out -> out.writeInt(value), PackReader::readInt);
    }

    static Item ofFixedInt(int value) {
      return new Item(value, out -> out.writeFixedInt(value), PackReader::readFixedInt);
    }

    /** A string that is passed over. */
    static Item ofSkipped(String value) {
      return new Item(
          "",
          out -> out.writeString(value),
          in -> {
            in.skipString();
            return "";
          });
    }

    static Item ofString(String value) {
      return new Item(value, out -> out.writeString(value), PackReader::readString);
    }

    static Item ofNullable(String value) {
      return new Item(
          String.valueOf(value),
          out -> out.writeNullableString(value),
          in -> String.valueOf(in.readNullableString()));
    }

    static Item ofBytes(byte[] value) {
      return new Item(
          List.of(box(value)), out -> out.writeBytes(value), in -> List.of(box(in.readBytes())));
    }

    private static Byte[] box(byte[] bytes) {
      Byte[] boxed = new Byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        boxed[i] = bytes[i];
      }
      return boxed;
    }
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return Arbitraries.oneOf(
            Arbitraries.integers().map(Item::ofByte),
            Arbitraries.of(true, false).map(Item::ofBoolean),
            Arbitraries.longs().map(Item::ofLong),
            Arbitraries.integers().greaterOrEqual(0).map(Item::ofInt),
            Arbitraries.oneOf(Models.texts(), wellFormed()).map(Item::ofString),
            Models.texts().map(Item::ofSkipped),
            Arbitraries.integers().map(Item::ofFixedInt),
            Models.texts().injectNull(0.5).map(Item::ofNullable),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(600).map(Item::ofBytes))
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<String> wellFormed() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\ud7ff')
        .withCharRange('\ue000', '\uffff')
        .ofMaxLength(300);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("items") List<Item> items) {
    PackWriter out = new PackWriter();
    items.forEach(item -> item.writer().accept(out));
    assertEquals(out.size(), out.toByteArray().length);
    PackReader in = new PackReader(out.toByteArray());
    for (Item item : items) {
      assertTrue(in.hasMore());
      assertEquals(item.value(), item.reader().apply(in));
    }
    assertFalse(in.hasMore());
  }

  /** Lengths at which the number before a string or the buffer grows. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 126, 127, 128, 245, 246, 250, 251, 255, 256, 257, 16_383, 16_384})
  void stringsOfEveryLength(int length) {
    for (String unit : List.of("a", "é", "潮", "a\ud83d\ude92")) {
      String text = unit.repeat(length);
      for (int before = 0; before < 12; before++) {
        PackWriter out = new PackWriter();
        out.writeRaw(new byte[before]);
        out.writeString(text);
        out.writeString("end");
        PackReader in = new PackReader(out.toByteArray());
        assertEquals(before, in.readRaw(before).length);
        assertEquals(text, in.readString());
        assertEquals("end", in.readString());
      }
    }
  }

  @Test
  void aStringThatIsAsciiToItsLastCharacter() {
    String text = "a".repeat(5_000_000) + "é";
    PackWriter out = new PackWriter();
    out.writeString(text);
    assertEquals(5_000_002 + 4, out.size());
    assertEquals(text, new PackReader(out.toByteArray()).readString());
  }

  @Test
  void aMillionEmptyStrings() {
    PackWriter out = new PackWriter();
    for (int i = 0; i < 1_000_000; i++) {
      out.writeString("");
    }
    assertEquals(1_000_000, out.size());
    PackReader in = new PackReader(out.toByteArray());
    int read = 0;
    while (in.hasMore()) {
      assertEquals("", in.readString());
      read++;
    }
    assertEquals(1_000_000, read);
  }

  @Test
  void numbersTakeTheFewestBytes() {
    assertArrayEquals(new byte[] {0}, bytesOf(0));
    assertArrayEquals(new byte[] {0x7F}, bytesOf(127));
    assertArrayEquals(new byte[] {(byte) 0x80, 1}, bytesOf(128));
    assertEquals(5, bytesOf(Integer.MAX_VALUE).length);
    assertEquals(9, bytesOf(Long.MAX_VALUE).length);
    assertEquals(10, bytesOf(-1).length);
    assertEquals(10, bytesOf(Long.MIN_VALUE).length);
  }

  @Test
  void loneSurrogatesBecomeQuestionMarks() {
    PackWriter out = new PackWriter();
    out.writeString("a\ud83d b\udc00");
    assertEquals("a? b?", new PackReader(out.toByteArray()).readString());
  }

  @Test
  void negativeIntegersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PackWriter().writeInt(-1));
    PackWriter out = new PackWriter();
    out.writeLong(1L << 31);
    assertThrows(ArithmeticException.class, () -> new PackReader(out.toByteArray()).readInt());
  }

  @Test
  void aPackThatIsCutOffIsNoticed() {
    PackWriter out = new PackWriter();
    out.writeBytes(new byte[] {1, 2, 3});
    out.writeString("four");
    byte[] whole = out.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      PackReader in = new PackReader(Arrays.copyOf(whole, length));
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> {
            in.readBytes();
            in.readString();
          });
    }
    assertThrows(
        IndexOutOfBoundsException.class, () -> new PackReader(new byte[] {5, 1}).readBytes());
    assertThrows(
        IndexOutOfBoundsException.class, () -> new PackReader(new byte[] {5, 1}).skipString());
    assertThrows(IndexOutOfBoundsException.class, () -> new PackReader(new byte[3]).readFixedInt());
  }

  @Test
  void aPackIsACopy() {
    PackWriter out = new PackWriter();
    out.writeString("before");
    byte[] first = out.toByteArray();
    out.writeString("after");
    List<String> read = new ArrayList<>();
    PackReader in = new PackReader(first);
    while (in.hasMore()) {
      read.add(in.readString());
    }
    assertEquals(List.of("before"), read);
  }

  private static byte[] bytesOf(long value) {
    PackWriter out = new PackWriter();
    out.writeLong(value);
    return out.toByteArray();
  }
}
