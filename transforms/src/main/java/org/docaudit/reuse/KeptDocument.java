package org.docaudit.reuse;

import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/** What a run keeps of one document. Its arrays are not copied. */
public final class KeptDocument {

  /** Stands for a modification time that proves nothing. */
  static final long UNKNOWN = 0;

  private static final byte[] NOTHING = {};

  private final String path;
  private final long bytes;
  private final long modifiedMillis;
  private final String sha256;
  private final String engine;
  private final String schema;
  private final byte[] facts;
  private final byte[] words;

  /**
   * @param path corpus path
   * @param bytes size when it was read
   * @param modifiedMillis modification time when it was listed, in milliseconds of the epoch
   * @param sha256 64 hexadecimal digits
   * @param engine that read it
   * @param schema tells which schema its frontmatter had to meet
   * @param facts packed, by whoever asks for them
   * @param words its words by number in the piece's list, as {@link PieceWords} packs them
   */
  public KeptDocument(
      String path,
      long bytes,
      long modifiedMillis,
      String sha256,
      String engine,
      String schema,
      byte[] facts,
      byte[] words) {
    this.path = path;
    this.bytes = bytes;
    this.modifiedMillis = modifiedMillis;
    this.sha256 = sha256;
    this.engine = engine;
    this.schema = schema;
    this.facts = facts;
    this.words = words;
  }

  /** A document that could not be read. */
  public static KeptDocument failed(String path) {
    return new KeptDocument(path, 0, UNKNOWN, "", "", "", NOTHING, NOTHING);
  }

  /** The same with another modification time. */
  KeptDocument modifiedAt(long modifiedMillis) {
    return new KeptDocument(path, bytes, modifiedMillis, sha256, engine, schema, facts, words);
  }

  /** The same with its words numbered anew. */
  KeptDocument withWords(byte[] words) {
    return new KeptDocument(path, bytes, modifiedMillis, sha256, engine, schema, facts, words);
  }

  public String path() {
    return path;
  }

  public long bytes() {
    return bytes;
  }

  long modifiedMillis() {
    return modifiedMillis;
  }

  String sha256() {
    return sha256;
  }

  String engine() {
    return engine;
  }

  String schema() {
    return schema;
  }

  public byte[] facts() {
    return facts;
  }

  public byte[] words() {
    return words;
  }

  /** Whether it could not be read, so that there are no facts. */
  boolean isFailed() {
    return sha256.isEmpty();
  }

  void write(PackWriter out) {
    out.writeString(path);
    out.writeLong(bytes);
    out.writeLong(modifiedMillis);
    out.writeString(sha256);
    out.writeString(engine);
    out.writeString(schema);
    out.writeBytes(facts);
    out.writeBytes(words);
  }

  static KeptDocument read(PackReader in) {
    return new KeptDocument(
        in.readString(),
        in.readLong(),
        in.readLong(),
        in.readString(),
        in.readString(),
        in.readString(),
        in.readBytes(),
        in.readBytes());
  }
}
