package org.docaudit.reuse;

import java.io.Serializable;
import org.docaudit.model.PathOrder;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * What stands at the beginning of a piece: which documents it has the facts of, and what these
 * facts depend on.
 *
 * @param first path of its first document
 * @param last path of its last document, in {@link PathOrder}
 */
public record PieceHeader(FactsKey key, String first, String last, int documents)
    implements Serializable {

  byte[] pack() {
    PackWriter out = new PackWriter();
    key.write(out);
    out.writeString(first);
    out.writeString(last);
    out.writeInt(documents);
    return out.toByteArray();
  }

  static PieceHeader unpack(byte[] packed) {
    PackReader in = new PackReader(packed);
    return new PieceHeader(FactsKey.read(in), in.readString(), in.readString(), in.readInt());
  }
}
