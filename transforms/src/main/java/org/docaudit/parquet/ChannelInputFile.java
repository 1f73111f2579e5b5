package org.docaudit.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A channel as Parquet's input file, so that any file system will do. */
public final class ChannelInputFile implements InputFile {
  private final SeekableByteChannel channel;

  /**
   * @param channel closed with the stream that Parquet opens, of which there is one
   */
  public ChannelInputFile(SeekableByteChannel channel) {
    this.channel = channel;
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }

      @Override
      public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
      }
    };
  }
}
