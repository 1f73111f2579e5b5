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
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * The file of a piece: the facts of one batch's documents.
 *
 * <pre>
 * piece   = magic, block of the header, block of the documents
 * block   = int length, bytes, long CRC-32C of the bytes
 * </pre>
 *
 * The documents are their length unpacked, then, compressed with ZSTD, the list of words and each
 * {@link KeptDocument}. Numbers are big-endian. What is inside depends on the build, which the
 * header names.
 */
public final class PieceFile {

  /** The ending of its name. */
  public static final String EXTENSION = ".facts";

  private static final long MAGIC = 0x4441_4643_5430_3031L; // "DAFCT001"

  /** The fastest: written in every run, and read once. */
  private static final int ZSTD_LEVEL = 1;

  /** A damaged length must not make anyone ask for all memory. */
  private static final int MAX_HEADER = 1 << 20;

  private PieceFile() {}

  /** A piece that was read. */
  record Content(PieceHeader header, PieceWords words, List<KeptDocument> documents) {}

  /** Writes a piece; takes the stream and closes it. */
  static void write(
      OutputStream stream, PieceHeader header, List<String> words, List<KeptDocument> documents)
      throws IOException {
    PackWriter pack = new PackWriter();
    pack.writeInt(words.size());
    words.forEach(pack::writeString);
    documents.forEach(document -> document.write(pack));
    byte[] packed = pack.toByteArray();
    try (DataOutputStream out = new DataOutputStream(stream)) {
      out.writeLong(MAGIC);
      writeBlock(out, header.pack());
      PackWriter compressed = new PackWriter();
      compressed.writeInt(packed.length);
      compressed.writeRaw(Zstd.compress(packed, ZSTD_LEVEL));
      writeBlock(out, compressed.toByteArray());
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
  static Content read(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      PieceHeader header = readHeader(in);
      PackReader compressed =
          new PackReader(readBlock(in, (int) Math.min(Integer.MAX_VALUE, Files.size(file))));
      int length = compressed.readInt();
      PackReader pack = new PackReader(Zstd.decompress(compressed.readRest(), length));
      int size = pack.readInt();
      List<String> words = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        words.add(pack.readString());
      }
      List<KeptDocument> documents = new ArrayList<>(header.documents());
      while (pack.hasMore()) {
        documents.add(KeptDocument.read(pack));
      }
      return new Content(header, new PieceWords(words), documents);
    } catch (ZstdException e) {
      throw new IOException("damaged: " + file, e);
    }
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
