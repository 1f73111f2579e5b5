package org.docaudit.pipeline.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work that goes on beside the thread that begins it, each piece on a thread of its own. Once this
 * is closed, all of it has ended. For one thread.
 */
final class SideTasks implements Closeable {

  private final ExecutorService threads = Executors.newCachedThreadPool(SideTasks::thread);

  /** A piece of work that was begun. */
  static final class Task<T> {

    private final Future<T> future;

    private Task(Future<T> future) {
      this.future = future;
    }

    /**
     * Waits for its result.
     *
     * @throws IOException as the work threw it, as are unchecked exceptions and errors
     */
    T result() throws IOException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
          throw failure;
        } else if (cause instanceof Error error) {
          throw error;
        } else if (cause instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(cause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
  }

  /** What does not give a result. */
  interface Action {
    void run() throws IOException;
  }

  /** Begins a piece of work that throws no checked exception but {@link IOException}. */
  <T> Task<T> begin(Callable<T> work) {
    return new Task<>(threads.submit(work));
  }

  /** The same without a result. */
  Task<Void> beginAction(Action work) {
    return begin(
        () -> {
          work.run();
          return null;
        });
  }

  /** Waits until all has ended, however it ends. */
  @Override
  public void close() {
    threads.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "docaudit-beside");
    thread.setDaemon(true);
    return thread;
  }
}
