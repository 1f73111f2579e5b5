package org.docaudit.pipeline.console;

/**
 * Shows how far an audit is. Methods may be called from several threads. Closing takes away what
 * stands on a terminal's last line, so that what follows begins on a clean one; it is safe twice.
 */
public interface Progress extends AutoCloseable {

  /** Begins a stage, such as {@code listing documents}; ends the count of the one before. */
  void stage(String name);

  /** What there is to do: the listed documents and their bytes. Begins the count. */
  void listed(long documents, long bytes);

  /** What is done since {@link #listed}, in total. */
  void update(long documents, long bytes);

  @Override
  void close();

  /** The progress that fits the console: a moving line, lines now and then, or nothing. */
  static Progress on(Console console, boolean quiet) {
    if (quiet) {
      return new SilentProgress();
    }
    return console.errIsTerminal()
        ? new TerminalProgress(console.err(), console.columns())
        : new PlainProgress(console.err(), System::nanoTime);
  }
}
