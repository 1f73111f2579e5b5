package org.docaudit.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.PathOrder;

/**
 * Walks a local corpus with several threads, a folder a task. Tasks never wait for each other, so
 * neither depth nor width of the tree can exhaust threads or stacks.
 */
final class ParallelWalk {
  private final LocalWalk walk;
  private final ExecutorService threads;
  private final AtomicLong pending = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private ParallelWalk(LocalWalk walk, ExecutorService threads) {
    this.walk = walk;
    this.threads = threads;
  }

  /** Every file, in {@link PathOrder}. */
  static FileList files(LocalWalk walk, int threads) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads, ParallelWalk::thread);
    try {
      Folder root = walk.start();
      new ParallelWalk(walk, executor).run(root);
      return joined(root);
    } finally {
      executor.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "docaudit-list");
    thread.setDaemon(true);
    return thread;
  }

  private void run(Folder root) throws InterruptedException {
    submit(root);
    done.await();
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("the corpus could not be listed", thrown);
    }
  }

  private void submit(Folder folder) {
    pending.incrementAndGet();
    threads.execute(() -> list(folder));
  }

  private void list(Folder folder) {
    try {
      if (failure.get() == null) {
        walk.list(folder).forEach(this::submit);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      if (pending.decrementAndGet() == 0) {
        done.countDown();
      }
    }
  }

  private static FileList joined(Folder root) {
    FileList.Builder files = new FileList.Builder();
    Deque<Folder.Part> rest = new ArrayDeque<>();
    pushReversed(rest, root);
    while (!rest.isEmpty()) {
      Folder.Part part = rest.pop();
      if (part.folder() != null) {
        pushReversed(rest, part.folder());
      } else {
        files.add(part.files());
      }
    }
    return files.build();
  }

  private static void pushReversed(Deque<Folder.Part> rest, Folder folder) {
    List<Folder.Part> parts = folder.takeParts();
    for (int i = parts.size() - 1; i >= 0; i--) {
      rest.push(parts.get(i));
    }
  }
}
