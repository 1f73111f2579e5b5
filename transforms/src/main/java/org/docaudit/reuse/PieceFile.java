package org.docaudit.reuse;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The file of a piece: the facts of one batch's documents.
 *
 * <pre>
 * piece   = magic, block of the header, block of the documents, block of the facts
 * block   = int length, bytes, long CRC-32C of the bytes
 * </pre>
 *
 * The documents are the list of words and each {@link KeptDocument}; the facts are those of each,
 * in the same order. They are blocks of their own because a run whose tables stay as they are needs
 * none. Both are their length unpacked, then compressed with ZSTD. Numbers are big-endian. What is
 * inside depends on the build, which the header names.
 */
public final class PieceFile {

  /** The ending of its name. */
  public static final String EXTENSION = ".facts";

  private static final long MAGIC = 0x4441_4643_5430_3032L; // "DAFCT002"

  /** The fastest: written in every run, and read once. */
  private static final int ZSTD_LEVEL = 1;

  /** A damaged length must not make anyone ask for all memory. */
  private static final int MAX_HEADER = 1 << 20;

  private final PieceHeader header;
  private final PieceWords words;
  private final List<KeptDocument> documents;
  private final byte[] packedFacts;
  private @MonotonicNonNull List<byte[]> facts;

  private PieceFile(
      PieceHeader header, PieceWords words, List<KeptDocument> documents, byte[] packedFacts) {
    this.header = header;
    this.words = words;
    this.documents = documents;
    this.packedFacts = packedFacts;
  }

  /**
   * Writes a piece; takes the stream and closes it.
   *
   * @param facts of the documents, in their order
   */
  static void write(
      OutputStream stream,
      PieceHeader header,
      List<String> words,
      List<KeptDocument> documents,
      List<byte[]> facts)
      throws IOException {
    PackWriter pack = new PackWriter();
    pack.writeInt(words.size());
    words.forEach(pack::writeString);
    documents.forEach(document -> document.write(pack));
    PackWriter factsPack = new PackWriter();
    facts.forEach(factsPack::writeBytes);
    try (DataOutputStream out = new DataOutputStream(stream)) {
      out.writeLong(MAGIC);
      writeBlock(out, header.pack());
      writeBlock(out, compressed(pack));
      writeBlock(out, compressed(factsPack));
    }
  }

  /**
   * Reads the header of a piece.
   *
   * @throws IOException where the file cannot be read, or is no piece, or is damaged there
   */
  public static PieceHeader readHeader(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return readHeader(in);
    }
  }

  /**
   * Reads a whole piece.
   *
   * @throws IOException where the file cannot be read, or is no piece, or is damaged
   */
  static PieceFile read(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      int size = (int) Math.min(Integer.MAX_VALUE, Files.size(file));
      PieceHeader header = readHeader(in);
      PackReader pack = unpacked(readBlock(in, size));
      int count = pack.readInt();
      List<String> words = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        words.add(pack.readString());
      }
      List<KeptDocument> documents = new ArrayList<>(header.documents());
      while (pack.hasMore()) {
        documents.add(KeptDocument.read(pack));
      }
      return new PieceFile(header, new PieceWords(words), documents, readBlock(in, size));
    } catch (ZstdException e) {
      throw new IOException("damaged: " + file, e);
    }
  }

  /**
   * Reads the facts alone of all documents of a piece, in their order; empty for one that could not
   * be read.
   *
   * @throws IOException where the file cannot be read, or is no piece, or is damaged there
   */
  public static List<byte[]> readFacts(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      readHeader(in);
      in.skipNBytes(in.readInt() + (long) Long.BYTES);
      return factsOf(readBlock(in, (int) Math.min(Integer.MAX_VALUE, Files.size(file))));
    } catch (ZstdException e) {
      throw new IOException("damaged: " + file, e);
    }
  }

  PieceHeader header() {
    return header;
  }

  PieceWords words() {
    return words;
  }

  List<KeptDocument> documents() {
    return documents;
  }

  /** The facts of a document; they are unpacked when one is first asked for. */
  byte[] facts(int document) {
    if (facts == null) {
      facts = factsOf(packedFacts);
    }
    return facts.get(document);
  }

  private static List<byte[]> factsOf(byte[] block) {
    List<byte[]> facts = new ArrayList<>();
    PackReader pack = unpacked(block);
    while (pack.hasMore()) {
      facts.add(pack.readBytes());
    }
    return facts;
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static PieceHeader readHeader(DataInputStream in) throws IOException {
    if (in.readLong() != MAGIC) {
      throw new IOException("not a file of facts");
    }
    return PieceHeader.unpack(readBlock(in, MAX_HEADER));
  }

  private static byte[] compressed(PackWriter pack) {
    byte[] packed = pack.toByteArray();
    PackWriter compressed = new PackWriter();
    compressed.writeInt(packed.length);
    compressed.writeRaw(Zstd.compress(packed, ZSTD_LEVEL));
    return compressed.toByteArray();
  }

  private static PackReader unpacked(byte[] block) {
    PackReader compressed = new PackReader(block);
    int length = compressed.readInt();
    return new PackReader(Zstd.decompress(compressed.readRest(), length));
  }

  private static void writeBlock(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeLong(checksum(bytes));
  }

  private static byte[] readBlock(DataInputStream in, int max) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > max) {
      throw new IOException("damaged: a length of " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.readLong() != checksum(bytes)) {
      throw new IOException("damaged: its checksum is another");
    }
    return bytes;
  }

  private static long checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
