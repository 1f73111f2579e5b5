package org.docaudit.pipeline.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(written, true, UTF_8);

  private String written() {
    return written.toString(UTF_8);
  }

  @Test
  void plainLinesComeEveryTenSeconds() {
    AtomicLong seconds = new AtomicLong();
    try (Progress progress = new PlainProgress(err, () -> seconds.get() * 1_000_000_000)) {
      progress.stage("listing documents");
      progress.update(1, 1);
      progress.listed(1_000, 50_000_000);
      for (int second = 1; second <= 25; second++) {
        seconds.set(second);
        progress.update(second * 10L, second * 1_000_000L);
      }
      progress.stage("writing reports");
      seconds.set(100);
      progress.update(1_000, 50_000_000);
    }
    assertEquals(
        """
        docaudit: listing documents
        docaudit: auditing 1,000 documents, 50.0 MB
        docaudit: 20%  100/1,000 documents  10.0/50.0 MB  1.00 MB/s  0:40 left
        docaudit: 40%  200/1,000 documents  20.0/50.0 MB  1.00 MB/s  0:30 left
        docaudit: writing reports
        """,
        written().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aTerminalsLineIsGoneAtTheEnd() {
    Progress progress = new TerminalProgress(err, 40);
    progress.stage("listing documents");
    assertEquals("\r\u001B[Klisting documents …", written());
    progress.listed(10, 100);
    progress.update(10, 100);
    progress.close();
    progress.close();
    assertTrue(written().endsWith("\r\u001B[K"), written());
    assertTrue(written().contains("100%  10/10 documents"), written());
    for (String line : written().split("\r\u001B\\[K", -1)) {
      assertTrue(line.length() < 40, line);
    }
  }

  @Test
  void theLineHasABarWhereThereIsRoom() {
    Advance advance = new Advance(12_345, 55_442, 56_100_000, 127_000_000, 1.6);
    String text = " 44%  12,345/55,442 documents  56.1/127.0 MB  35.1 MB/s  0:02 left";
    assertEquals("[####......] " + text, advance.line(79));
    assertEquals("[######........] " + text, advance.line(83));
    assertEquals(text, advance.line(78));
    assertEquals(text.substring(0, 20), advance.line(20));
    assertEquals("", advance.line(0));
  }

  @Test
  void aCorpusOfEmptyDocumentsAdvancesByDocuments() {
    assertEquals(0.5, new Advance(1, 2, 0, 0, 1).share());
    assertEquals("  0%  0/0 documents  0.0/0.0 MB", new Advance(0, 0, 0, 0, 1).text());
    assertEquals("100%  1/1 document  0.0/0.0 MB", new Advance(1, 1, 9, 5, 0).text());
  }

  @Test
  void quietShowsNothing() {
    Console console = new Console(err, err, true, true, 80, true);
    try (Progress progress = Progress.on(console, true)) {
      progress.stage("x");
      progress.listed(1, 1);
      progress.update(1, 1);
    }
    assertEquals("", written());
  }

  @Test
  void coloursObeyTheEnvironment() {
    assertTrue(Console.wantsColours(Map.of()));
    assertTrue(Console.wantsColours(Map.of("NO_COLOR", "", "TERM", "xterm")));
    assertFalse(Console.wantsColours(Map.of("NO_COLOR", "0")));
    assertEquals(Palette.PLAIN, new Console(err, err, false, true, 80, true).outPalette());
    assertEquals(Palette.ANSI, new Console(err, err, true, false, 80, true).outPalette());
  }
}
