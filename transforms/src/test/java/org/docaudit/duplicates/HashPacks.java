package org.docaudit.duplicates;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to {@link FindDuplicates}. */
public final class HashPacks {

  private HashPacks() {}

  public static List<HashedDocument> read(byte[] pack) {
    List<HashedDocument> documents = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      documents.add(HashedDocument.read(in));
    }
    return documents;
  }
}
