package org.docaudit.pipeline.console;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lines now and then, for logs. */
final class PlainProgress implements Progress {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream err;
  private final LongSupplier nanoTime;
  private boolean counting;
  private long documents;
  private long bytes;
  private long begun;
  private long shown;

  PlainProgress(PrintStream err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void stage(String name) {
    counting = false;
    print(name);
  }

  @Override
  public synchronized void listed(long documents, long bytes) {
    this.documents = documents;
    this.bytes = bytes;
    counting = true;
    begun = nanoTime.getAsLong();
    shown = begun;
    print(
        "auditing "
            + Figures.counted(documents, "document")
            + ", "
            + Figures.megabytes(bytes)
            + " MB");
  }

  @Override
  public synchronized void update(long doneDocuments, long doneBytes) {
    long now = nanoTime.getAsLong();
    if (counting && now - shown >= INTERVAL) {
      shown = now;
      double seconds = (now - begun) / 1e9;
      print(new Advance(doneDocuments, documents, doneBytes, bytes, seconds).text().strip());
    }
  }

  @Override
  public synchronized void close() {
    counting = false;
  }

  private void print(String line) {
    Console.say(err, line);
  }
}
