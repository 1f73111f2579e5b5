package org.docaudit.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses Parquet pages of every codec in use but BROTLI, LZO and the old LZ4, by libraries
 * that are on the class path anyhow. Parquet's own factory does the same after building a Hadoop
 * configuration, which needs 10 MB of Hadoop and an XML parser (see decision "Parquet without Avro
 * and Hadoop"). What is written is compressed by {@link PageCompressor}.
 */
public final class PageCodecs implements CompressionCodecFactory {

  /** A page is unpacked as a whole; writers make pages of about 1 MiB, or of one large value. */
  static final int MAX_PAGE_BYTES = 256 << 20;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("pages are only read");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int size) throws IOException {
        return BytesInput.from(PageCodecs.decompress(codec, copy(bytes), size));
      }

      @Override
      public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size)
          throws IOException {
        byte[] compressed = new byte[compressedSize];
        input.get(compressed);
        output.put(PageCodecs.decompress(codec, compressed, size));
      }

      @Override
      public void release() {}
    };
  }

  /**
   * Decompresses a page.
   *
   * @param size of the page as its header gives it
   */
  private static byte[] decompress(CompressionCodecName codec, byte[] page, int size)
      throws IOException {
    if (size < 0 || size > MAX_PAGE_BYTES) {
      throw new IOException("a page of %d bytes is larger than the limit".formatted(size));
    }
    return switch (codec) {
      case UNCOMPRESSED -> page;
      case ZSTD -> Zstd.decompress(page, size);
      case GZIP -> {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
          yield exactly(in.readNBytes(size + 1), size);
        }
      }
      case SNAPPY -> {
        byte[] bytes = new byte[Math.max(size, 1)];
        if (Snappy.uncompressedLength(page) != size) {
          throw new IOException("a page has another size than its header says");
        }
        Snappy.uncompress(page, 0, page.length, bytes, 0);
        yield size == 0 ? new byte[0] : bytes;
      }
      case LZ4_RAW -> {
        byte[] bytes = new byte[size];
        int length = new Lz4Decompressor().decompress(page, 0, page.length, bytes, 0, size);
        yield exactly(bytes, length);
      }
      case BROTLI, LZO, LZ4 ->
          throw new IOException("pages compressed by " + codec + " are not read");
    };
  }

  private static byte[] exactly(byte[] bytes, int size) throws IOException {
    if (bytes.length != size) {
      throw new IOException("a page has another size than its header says");
    }
    return bytes;
  }

  private static byte[] copy(BytesInput bytes) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
    bytes.writeAllTo(copy);
    return copy.toByteArray();
  }

  @Override
  public void release() {}
}
