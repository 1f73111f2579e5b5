package org.docaudit.frontmatter;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to {@link CheckUniqueness}. */
public final class UniquePacks {

  private UniquePacks() {}

  public static List<UniqueValue> read(byte[] pack) {
    List<UniqueValue> values = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      values.add(UniqueValue.read(in));
    }
    return values;
  }
}
