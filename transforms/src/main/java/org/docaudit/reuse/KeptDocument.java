package org.docaudit.reuse;

import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/** What a run keeps of one document besides its facts. Its arrays are not copied. */
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
  private final byte[] contribution;
  private final byte[] words;

  /**
   * @param path corpus path
   * @param bytes size when it was read
   * @param modifiedMillis modification time when it was listed, in milliseconds of the epoch
   * @param sha256 64 hexadecimal digits
   * @param engine that read it
   * @param schema tells which schema its frontmatter had to meet
   * @param contribution what it tells and asks the rest of the corpus, packed by whoever asks for
   *     it
   * @param words its words by number in the piece's list, as {@link PieceWords} packs them
   */
  public KeptDocument(
      String path,
      long bytes,
      long modifiedMillis,
      String sha256,
      String engine,
      String schema,
      byte[] contribution,
      byte[] words) {
    this.path = path;
    this.bytes = bytes;
    this.modifiedMillis = modifiedMillis;
    this.sha256 = sha256;
    this.engine = engine;
    this.schema = schema;
    this.contribution = contribution;
    this.words = words;
  }

  /** A document that could not be read. */
  public static KeptDocument failed(String path) {
    return new KeptDocument(path, 0, UNKNOWN, "", "", "", NOTHING, NOTHING);
  }

  /** The same with another modification time. */
  KeptDocument modifiedAt(long modifiedMillis) {
    return new KeptDocument(
        path, bytes, modifiedMillis, sha256, engine, schema, contribution, words);
  }

  /** The same with its words numbered anew. */
  KeptDocument withWords(byte[] words) {
    return new KeptDocument(
        path, bytes, modifiedMillis, sha256, engine, schema, contribution, words);
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

  public byte[] contribution() {
    return contribution;
  }

  public byte[] words() {
    return words;
  }

  /** Whether it could not be read, so that there are no facts. */
  boolean isFailed() {
    return sha256.isEmpty();
  }

  /** Writes what its facts depend on besides the {@link FactsKey}; one that failed has none. */
  void writeIdentity(PackWriter out) {
    out.writeString(path);
    out.writeString(sha256);
    out.writeString(engine);
    out.writeString(schema);
  }

  void write(PackWriter out) {
    out.writeString(path);
    out.writeLong(bytes);
    out.writeLong(modifiedMillis);
    out.writeString(sha256);
    out.writeString(engine);
    out.writeString(schema);
    out.writeBytes(contribution);
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
