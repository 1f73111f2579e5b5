package org.docaudit.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.PathOrder;

class PathOrderTest {
  @Property
  void isTheOrderOfUtf8Bytes(@ForAll("texts") String a, @ForAll("texts") String b) {
    assertEquals(
        Integer.signum(Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8))),
        Integer.signum(PathOrder.INSTANCE.compare(a, b)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "b", "/", "-", "\u00e9", "\ud7ff", "\ue000", "\uffee", "\ud83d\ude00")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }
}
