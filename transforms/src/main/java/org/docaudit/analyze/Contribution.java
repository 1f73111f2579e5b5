package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docaudit.links.LinkQuestion;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * What one document tells and asks the rest of the corpus.
 *
 * @param bytes size when it was read
 * @param links how many it has, whether they ask or not
 * @param questions what it asks, each question once
 * @param anchors everything that a fragment may name, or empty where it was too complex to be read
 */
record Contribution(
    String path,
    long bytes,
    String sha256,
    int links,
    List<Asked> questions,
    Optional<List<String>> anchors,
    List<Unique> uniques) {

  /** The value of a field that must be unique; see {@link org.docaudit.frontmatter.UniqueValue}. */
  record Unique(String field, String value, int line, int column) {}

  /**
   * A question of the document.
   *
   * @param links how many of its links ask it
   */
  record Asked(LinkQuestion question, int links) {}

  /** Packs it; equal documents have equal packs. */
  byte[] pack() {
    PackWriter out = new PackWriter();
    out.writeString(path);
    out.writeLong(bytes);
    out.writeString(sha256);
    out.writeInt(links);
    out.writeInt(questions.size());
    for (Asked asked : questions) {
      asked.question().writeTo(out);
      out.writeInt(asked.links());
    }
    out.writeBoolean(anchors.isPresent());
    List<String> known = anchors.orElse(List.of());
    out.writeInt(known.size());
    known.forEach(out::writeString);
    out.writeInt(uniques.size());
    for (Unique unique : uniques) {
      out.writeString(unique.field());
      out.writeString(unique.value());
      out.writeInt(unique.line());
      out.writeInt(unique.column());
    }
    return out.toByteArray();
  }

  /** Reads what {@link #pack} wrote, in this run or in an earlier one of the same build. */
  static Contribution unpack(byte[] packed) {
    PackReader in = new PackReader(packed);
    String path = in.readString();
    long bytes = in.readLong();
    String sha256 = in.readString();
    int links = in.readInt();
    List<Asked> questions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      questions.add(new Asked(LinkQuestion.readFrom(in), in.readInt()));
    }
    boolean read = in.readBoolean();
    List<String> anchors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      anchors.add(in.readString());
    }
    List<Unique> uniques = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      uniques.add(new Unique(in.readString(), in.readString(), in.readInt(), in.readInt()));
    }
    return new Contribution(
        path,
        bytes,
        sha256,
        links,
        questions,
        read ? Optional.of(anchors) : Optional.empty(),
        uniques);
  }
}
