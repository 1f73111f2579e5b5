package org.docaudit.links;

import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * A question with who asked it.
 *
 * @param batch id of the batch
 * @param number of the question in that batch
 * @param links of that batch that ask it; at least 1
 */
record AskedQuestion(int batch, int number, int links, LinkQuestion question) {

  void writeTo(PackWriter out) {
    out.writeInt(batch);
    out.writeInt(number);
    out.writeInt(links);
    question.writeTo(out);
  }

  /** Passes over what {@link #writeTo} wrote. */
  static void skip(PackReader in) {
    in.readInt();
    in.readInt();
    in.readInt();
    LinkQuestion.skip(in);
  }

  static AskedQuestion readFrom(PackReader in) {
    return new AskedQuestion(in.readInt(), in.readInt(), in.readInt(), LinkQuestion.readFrom(in));
  }
}
