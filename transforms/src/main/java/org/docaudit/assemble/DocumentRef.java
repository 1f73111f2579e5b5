package org.docaudit.assemble;

import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * Which document an answer is for.
 *
 * @param batch id of its batch
 * @param index its place in the batch
 */
public record DocumentRef(int batch, int index) {

  public void write(PackWriter out) {
    out.writeInt(batch);
    out.writeInt(index);
  }

  public static DocumentRef read(PackReader in) {
    return new DocumentRef(in.readInt(), in.readInt());
  }
}
