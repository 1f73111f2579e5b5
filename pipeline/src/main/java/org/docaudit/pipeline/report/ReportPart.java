package org.docaudit.pipeline.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;

/**
 * A file of a report while it is written. It is there once it is closed, and only if all of it was
 * written: a thread that is interrupted, as a cancelled one is, cannot complete it any more. Not
 * thread-safe.
 */
abstract class ReportPart extends FilterOutputStream {

  private final String target;
  private boolean failed;
  private boolean closed;

  /**
   * @param out takes the bytes until the part is complete
   * @param target where the file will be, for messages
   */
  ReportPart(OutputStream out, String target) {
    super(out);
    this.target = target;
  }

  @Override
  public final void write(byte[] bytes, int offset, int length) throws IOException {
    failed = true;
    try {
      out.write(bytes, offset, length);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      // Without a cause, because runners show the deepest one, which does not name the file.
      throw new IOException("cannot write " + target + ": " + e.getMessage());
    }
    failed = false;
  }

  @Override
  public final void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (failed || Thread.currentThread().isInterrupted()) {
      discard();
      throw new IOException("writing " + target + " failed or was cancelled");
    }
    complete();
  }

  /** Puts the file in its place, and closes what took the bytes. */
  abstract void complete() throws IOException;

  /** Removes what was written. */
  abstract void discard() throws IOException;
}
