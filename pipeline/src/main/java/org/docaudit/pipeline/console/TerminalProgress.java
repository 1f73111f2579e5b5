package org.docaudit.pipeline.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One line that is written over again and again, and gone at the end. */
final class TerminalProgress implements Progress {
  private static final String BEGIN_OF_EMPTY_LINE = "\r\u001B[K";
  private static final int REFRESH_MILLIS = 250;

  private final PrintStream err;
  private final int columns;
  private @Nullable ProgressBar bar;
  private volatile long doneDocuments;

  TerminalProgress(PrintStream err, int columns) {
    this.err = err;
    // A line that fills the last column makes some terminals begin the next one.
    this.columns = columns - 1;
  }

  @Override
  public synchronized void stage(String name) {
    closeBar();
    show(TerminalText.head(TerminalText.clean(name) + " …", columns));
  }

  @Override
  public synchronized void listed(long documents, long bytes) {
    closeBar();
    doneDocuments = 0;
    bar =
        new ProgressBarBuilder()
            .setInitialMax(bytes)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .continuousUpdate()
            .setRenderer((state, width) -> advance(state, documents).line(width))
            .setConsumer(new LineConsumer())
            .build();
  }

  @Override
  public synchronized void update(long documents, long bytes) {
    doneDocuments = documents;
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  @Override
  public synchronized void close() {
    closeBar();
    show("");
  }

  private Advance advance(ProgressState state, long documents) {
    double seconds = state.getTotalElapsed().toMillis() / 1e3;
    return new Advance(doneDocuments, documents, state.getCurrent(), state.getMax(), seconds);
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void show(String line) {
    err.print(BEGIN_OF_EMPTY_LINE + line);
    err.flush();
  }

  /** Writes lines itself: the library's own consumer starts processes to learn the width. */
  private final class LineConsumer implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return columns;
    }

    @Override
    public void accept(String line) {
      show(line);
    }

    @Override
    public void close() {}
  }
}
