package org.docaudit.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Opens the file of a packed corpus, on whatever file system it is. */
@FunctionalInterface
public interface ContainerSource {

  /** A channel at the file's beginning, which the caller closes. */
  SeekableByteChannel open() throws IOException;
}
