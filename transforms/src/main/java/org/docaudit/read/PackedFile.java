package org.docaudit.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.docaudit.container.ContainerSource;

/** The file of a packed corpus. */
final class PackedFile {
  private PackedFile() {}

  /**
   * The file at a location.
   *
   * @param location as in {@link CorpusRoot#location}
   */
  static ContainerSource source(String location, boolean local, ObjectStores stores) {
    return local
        ? () -> Files.newByteChannel(Path.of(URI.create(location)), StandardOpenOption.READ)
        : () -> new ObjectChannel(stores.at(location), location);
  }

  /** An object, read in parts: each is one request, so that none has to be broken off. */
  private static final class ObjectChannel implements SeekableByteChannel {
    private static final int PART_BYTES = 4 << 20;

    private final ObjectStore store;
    private final String uri;
    private final long size;
    private final ByteBuffer part = ByteBuffer.allocate(PART_BYTES).limit(0);
    private long partStart;
    private long position;
    private boolean open = true;

    ObjectChannel(ObjectStore store, String uri) throws IOException {
      this.store = store;
      this.uri = uri;
      this.size = store.find(uri).orElseThrow(() -> new FileNotFoundException(uri)).bytes();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (position >= size) {
        return -1;
      }
      if (position < partStart || position >= partStart + part.limit()) {
        load();
      }
      int at = (int) (position - partStart);
      int length = Math.min(target.remaining(), part.limit() - at);
      target.put(part.array(), at, length);
      position += length;
      return length;
    }

    private void load() throws IOException {
      part.clear().limit((int) Math.min(PART_BYTES, size - position));
      try (ReadableByteChannel channel = store.open(uri, position, part.limit())) {
        while (part.hasRemaining() && channel.read(part) >= 0) {
          // Until it is full.
        }
      }
      part.flip();
      partStart = position;
      if (!part.hasRemaining()) {
        throw new IOException("it is shorter than it was");
      }
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public int write(ByteBuffer bytes) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
      throw new NonWritableChannelException();
    }
  }
}
