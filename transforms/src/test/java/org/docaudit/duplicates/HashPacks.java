package org.docaudit.duplicates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.pack.PackReader;

/** What stands in the packs that travel to {@link FindDuplicates}. */
public final class HashPacks {

  private HashPacks() {}

  public static List<HashedDocument> read(byte[] pack) {
    List<HashedDocument> documents = new ArrayList<>();
    PackReader in = new PackReader(pack);
    while (in.hasMore()) {
      documents.add(
          new HashedDocument(
              new String(in.readRaw(PackedHash.DIGITS), US_ASCII),
              in.readLong(),
              in.readString(),
              DocumentRef.read(in)));
    }
    return documents;
  }
}
