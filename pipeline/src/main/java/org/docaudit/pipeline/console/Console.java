package org.docaudit.pipeline.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The two streams that people read, and what they can show.
 *
 * @param columns width of the terminal, in characters
 * @param colours whether colours are wanted where a stream is a terminal
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean colours) {

  /** Names the streams that are terminals: {@code out}, {@code err}, both or none. */
  public static final String TERMINALS_PROPERTY = "docaudit.terminals";

  /** The width of the terminal. */
  public static final String COLUMNS_PROPERTY = "docaudit.columns";

  private static final int DEFAULT_COLUMNS = 80;

  /**
   * The process' own streams, in UTF-8. Java cannot tell whether standard error is a terminal, so
   * the launcher says it in system properties; without them, and where {@code TERM} is dumb,
   * neither is one.
   */
  public static Console system(Map<String, String> environment) {
    List<String> terminals = List.of(System.getProperty(TERMINALS_PROPERTY, "").split(",", -1));
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        !dumb && terminals.contains("out"),
        !dumb && terminals.contains("err"),
        Integer.getInteger(COLUMNS_PROPERTY, DEFAULT_COLUMNS),
        wantsColours(environment));
  }

  /** By https://no-color.org: any value that is not empty turns colours off. */
  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Prints a line of docaudit's own for people; nothing in it acts on a terminal. */
  public void say(String message) {
    say(err, message);
  }

  static void say(PrintStream err, String message) {
    err.println("docaudit: " + TerminalText.clean(message));
  }

  /** Colours for standard output. */
  public Palette outPalette() {
    return Palette.of(colours && outIsTerminal);
  }
}
