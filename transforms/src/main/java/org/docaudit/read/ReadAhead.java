package org.docaudit.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the documents of a batch from a store, several at a time: a store takes milliseconds to
 * answer, and answers many at once. Not safe for threads but its own.
 */
final class ReadAhead {

  /** Requests at a time. Half of the connections that a client of AWS keeps. */
  private static final int REQUESTS = 24;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          REQUESTS,
          REQUESTS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          ReadAhead::thread);

  private final Map<String, Future<byte[]>> documents = new HashMap<>();
  private final long maxBytes;

  /**
   * @param maxBytes of larger documents so many bytes and one more are read
   */
  ReadAhead(long maxBytes) {
    this.maxBytes = maxBytes;
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "docaudit-read");
    thread.setDaemon(true);
    return thread;
  }

  /** Forgets what was asked for and not taken. */
  void clear() {
    documents.values().forEach(document -> document.cancel(false));
    documents.clear();
  }

  /** Asks for a document. */
  void ask(ObjectStore store, String uri) {
    documents.put(
        uri,
        threads.submit(
            () -> {
              try (InputStream in = Channels.newInputStream(store.open(uri))) {
                return in.readNBytes((int) maxBytes + 1);
              }
            }));
  }

  /** The bytes of a document that was asked for, once they are there; null if it was not. */
  byte @Nullable [] take(String uri) throws IOException {
    Future<byte[]> document = documents.remove(uri);
    if (document == null) {
      return null;
    }
    try {
      return document.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading " + uri + " was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading " + uri + " failed", e.getCause());
    }
  }
}
