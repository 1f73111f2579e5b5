package org.docaudit.container;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The content of a file that may be compressed, read forward, with the {@link Position} of each
 * byte. Members of gzip and frames of zstd follow each other in one stream and are where reading
 * can begin again. Not thread-safe.
 */
final class UnpackedStream extends BufferedBytes {

  /** Up to this distance an uncompressed file is read on rather than read anew elsewhere. */
  private static final long SHORT_WAY = BUFFER_BYTES;

  private static final long NO_WAY = Long.MIN_VALUE;

  private static final int GZIP_MAGIC = 0x1f;

  private final SeekableByteChannel channel;
  private final Compression compression;
  private Source source;

  /** Gives the bytes of {@link #zstd} or of what else is read; null between two frames. */
  private @Nullable InputStream content;

  private @Nullable ZstdFrame zstd;
  private boolean begun;
  private boolean broken;

  /** Offset in the file at which reading began. */
  private long base;

  /** Bytes read into the buffer so far. */
  private long filled;

  /** Begin of each frame, as offset in the file and once unpacked, from that of the position on. */
  private final Deque<Position> frames = new ArrayDeque<>();

  /** From here on reading failed: it is not tried again for each member behind. */
  private @Nullable Position failed;

  UnpackedStream(ContainerSource file, Compression compression) throws IOException {
    super(InputStream.nullInputStream());
    this.channel = file.open();
    this.compression = compression;
    this.source = new Source(channel, 0);
  }

  /** Goes to a position, reading on where it lies ahead. */
  void moveTo(Position position) throws IOException {
    if (failed != null
        && position.restart() == failed.restart()
        && position.offset() >= failed.offset()) {
      throw new IOException("the stream is broken before it");
    }
    long ahead = wayTo(position);
    if (ahead == NO_WAY || ahead < -at) {
      begin(position.restart());
      skipFully(position.offset());
    } else if (ahead < 0) {
      at += (int) ahead;
    } else {
      skipFully(ahead);
    }
  }

  /** Bytes from here to there, or {@link #NO_WAY} where reading has to begin anew. */
  private long wayTo(Position position) {
    if (!begun) {
      return NO_WAY;
    }
    if (compression == Compression.NONE) {
      long ahead = position.restart() - (base + unpacked());
      return ahead > Math.max(SHORT_WAY, end - at) ? NO_WAY : ahead;
    }
    try {
      ready(); // Perhaps the next frame begins here.
    } catch (IOException e) {
      return NO_WAY;
    }
    Position here = position();
    return here.restart() == position.restart() ? position.offset() - here.offset() : NO_WAY;
  }

  private void begin(long restart) throws IOException {
    closeContent();
    channel.position(restart);
    source = new Source(channel, restart);
    base = restart;
    begun = false;
    at = 0;
    end = 0;
    filled = 0;
    broken = false;
    frames.clear();
  }

  /** Where the next byte is. */
  Position position() {
    return positionOf(unpacked());
  }

  /**
   * Where a byte is that lies behind all that were asked for earlier.
   *
   * @param unpacked as {@link #unpacked} gave it
   */
  Position positionOf(long unpacked) {
    if (compression == Compression.NONE) {
      return new Position(base + unpacked, 0);
    }
    Position first = frames.poll();
    if (first == null) {
      return new Position(base, unpacked);
    }
    while (!frames.isEmpty() && frames.element().offset() <= unpacked) {
      first = frames.remove();
    }
    frames.addFirst(first);
    return new Position(first.restart(), unpacked - first.offset());
  }

  /** Bytes read since reading began. */
  long unpacked() {
    return filled - (end - at);
  }

  /**
   * Skips so many bytes.
   *
   * @throws EOFException where there are fewer
   */
  void skipFully(long bytes) throws IOException {
    if (compression == Compression.NONE && begun && bytes > SHORT_WAY + (end - at)) {
      long target = base + unpacked() + bytes;
      if (target > channel.size()) {
        throw new EOFException("it ends too early");
      }
      begin(target);
      return;
    }
    for (long rest = bytes; rest > 0; ) {
      int n = (int) Math.min(rest, ready());
      if (n == 0) {
        throw new EOFException("it ends too early");
      }
      take(n);
      rest -= n;
    }
  }

  /** The next bytes as a channel of their own; closing it does nothing. */
  ReadableByteChannel next(long bytes) {
    return new ReadableByteChannel() {
      private long rest = bytes;

      @Override
      public int read(ByteBuffer target) throws IOException {
        if (rest == 0) {
          return -1;
        }
        int n = (int) Math.min(Math.min(rest, target.remaining()), ready());
        if (n == 0 && target.hasRemaining()) {
          throw new EOFException("it ends too early");
        }
        target.put(buffer, at, n);
        take(n);
        rest -= n;
        return n;
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  /** Whether reading failed here. */
  boolean isBroken() {
    return broken;
  }

  /**
   * After a failure goes on behind the broken frame, whose bytes so far count; returns false where
   * there is no telling where it ends.
   */
  boolean skipBrokenFrame() {
    if (zstd == null) {
      return false;
    }
    try {
      zstd.drain();
      closeContent();
      at = end;
      broken = false;
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  boolean fillBehind() throws IOException {
    try {
      while (content != null || nextFrame()) {
        int n = content.read(buffer, end, buffer.length - end);
        if (n > 0) {
          end += n;
          filled += n;
          if (compression != Compression.NONE && filled > UnpackingLimits.FREE_BYTES) {
            UnpackingLimits.check(filled, source.position() - base);
          }
          return true;
        } else if (n < 0) {
          if (compression == Compression.NONE) {
            return false;
          }
          closeContent();
        }
      }
      return false;
    } catch (IOException e) {
      broken = true;
      failed = compression == Compression.NONE ? null : positionAt(filled);
      throw e;
    }
  }

  /** As {@link #positionOf}, without giving up the frames before. */
  private Position positionAt(long unpacked) {
    Position last = frames.isEmpty() ? new Position(base, 0) : frames.getLast();
    return new Position(last.restart(), unpacked - last.offset());
  }

  private boolean nextFrame() throws IOException {
    boolean first = !begun;
    begun = true;
    if (compression == Compression.NONE) {
      content = source;
      return first;
    }
    long start = source.position();
    if (compression == Compression.ZSTD) {
      zstd = ZstdFrame.next(source);
      if (zstd == null) {
        return false;
      }
      content = new ZstdInputStreamNoFinalizer(zstd, RecyclingBufferPool.INSTANCE);
    } else {
      source.mark(1);
      int next = source.read();
      source.reset();
      // Tapes pad with zeros.
      if (next < 0 || (next == 0 && !first)) {
        return false;
      } else if (next != GZIP_MAGIC) {
        throw new IOException("what stands there is no gzip member");
      }
      content = new GzipCompressorInputStream(source, false);
    }
    frames.addLast(new Position(start, filled));
    return true;
  }

  private void closeContent() throws IOException {
    InputStream closing = content;
    content = null;
    zstd = null;
    if (closing != null) {
      closing.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeContent();
    } finally {
      channel.close();
    }
  }

  /** Reads the channel, and knows where it is. Closing it does nothing. */
  private static final class Source extends BufferedInputStream {
    private final SeekableByteChannel channel;

    Source(SeekableByteChannel channel, long position) throws IOException {
      super(Channels.newInputStream(channel.position(position)), BUFFER_BYTES);
      this.channel = channel;
    }

    /** Offset in the file of the next byte. */
    long position() throws IOException {
      return channel.position() - (count - pos);
    }

    @Override
    public void close() {}
  }
}
