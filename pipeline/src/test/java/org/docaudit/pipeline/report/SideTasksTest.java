package org.docaudit.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SideTasksTest {

  @Test
  void workGoesOnBesideAndFailsAsItWouldHere() throws IOException {
    IOException full = new IOException("No space left on device");
    OutOfMemoryError memory = new OutOfMemoryError();
    CountDownLatch both = new CountDownLatch(2);
    try (SideTasks tasks = new SideTasks()) {
      SideTasks.Task<Integer> one = tasks.begin(() -> meet(both, 1));
      SideTasks.Task<Integer> other = tasks.begin(() -> meet(both, 2));
      SideTasks.Task<Void> failing =
          tasks.beginAction(
              () -> {
                throw full;
              });
      SideTasks.Task<Integer> broken =
          tasks.begin(
              () -> {
                throw memory;
              });
      assertEquals(3, one.result() + other.result());
      assertSame(full, assertThrows(IOException.class, failing::result));
      assertSame(memory, assertThrows(OutOfMemoryError.class, broken::result));
    }
  }

  private static int meet(CountDownLatch both, int result) throws InterruptedException {
    both.countDown();
    both.await();
    return result;
  }

  @Test
  void whatIsClosedHasEndedThoughNobodyWaitsForItsResult() throws IOException {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Thread waiting = Thread.currentThread();
    try (SideTasks tasks = new SideTasks()) {
      SideTasks.Task<Void> work =
          tasks.begin(
              () -> {
                begun.await();
                waiting.interrupt();
                ended.set(true);
                return null;
              });
      waiting.interrupt();
      assertThrows(InterruptedIOException.class, work::result);
      assertTrue(Thread.interrupted(), "it stays interrupted");
      begun.countDown();
    }
    assertTrue(ended.get());
    assertTrue(Thread.interrupted(), "closing tells of it");
  }
}
