package org.docaudit.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntryNameTest {
  @Test
  void bytesThatAreNotUtf8StandAsEscapes() {
    assertEquals(new EntryName("\u00fc.md", null), EntryName.ofEscaped("%C3%BC.md"));
    assertEquals(new EntryName("a%FFb", "a%FFb"), EntryName.ofEscaped("a%FFb"));
    assertEquals(
        new EntryName("\u00fc%E6%97x", "%C3%BC%E6%97x"), EntryName.ofEscaped("%C3%BC%E6%97x"));
    // Overlong forms and surrogates are not UTF-8.
    assertEquals("%C0%AF", EntryName.ofEscaped("%C0%AF").text());
    assertEquals("%ED%A0%80", EntryName.ofEscaped("%ED%A0%80").text());
  }

  @Property
  void escapingIsUndone(@ForAll("texts") String text) {
    assertEquals(new EntryName(text, null), EntryName.ofEscaped(EntryName.escape(text)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "%", " ", "/", "~", "?", "\n", "\u00e9", "\ufffd", "\ud83d\ude00")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
