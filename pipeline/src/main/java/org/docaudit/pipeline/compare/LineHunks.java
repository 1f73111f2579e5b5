package org.docaudit.pipeline.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hunks of a unified diff between two texts that have as many lines, of which some differ: no
 * search for what belongs together is needed. Lines end in a line feed, and bytes stay as they are.
 */
final class LineHunks {

  private static final int CONTEXT = 3;

  private LineHunks() {}

  /** Writes the hunks; nothing where the texts are equal. */
  static void write(byte[] before, byte[] after, OutputStream out) throws IOException {
    List<byte[]> old = lines(before);
    List<byte[]> now = lines(after);
    if (old.size() != now.size()) {
      throw new IllegalArgumentException("%d and %d lines".formatted(old.size(), now.size()));
    }
    int line = 0;
    while (line < old.size()) {
      if (Arrays.equals(old.get(line), now.get(line))) {
        line++;
        continue;
      }
      int end = line + 1;
      for (int next = end; next < Math.min(old.size(), end + 2 * CONTEXT); next++) {
        if (!Arrays.equals(old.get(next), now.get(next))) {
          end = next + 1;
        }
      }
      writeHunk(old, now, Math.max(0, line - CONTEXT), Math.min(old.size(), end + CONTEXT), out);
      line = end;
    }
  }

  private static void writeHunk(
      List<byte[]> old, List<byte[]> now, int from, int to, OutputStream out) throws IOException {
    int length = to - from;
    out.write(
        "@@ -%d,%d +%d,%d @@\n".formatted(from + 1, length, from + 1, length).getBytes(UTF_8));
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && !Arrays.equals(old.get(end), now.get(end))) {
        end++;
      }
      for (int j = i; j < end; j++) {
        writeLine('-', old.get(j), out);
      }
      for (int j = i; j < end; j++) {
        writeLine('+', now.get(j), out);
      }
      if (end == i) {
        writeLine(' ', old.get(i), out);
        end++;
      }
      i = end;
    }
  }

  private static void writeLine(char mark, byte[] line, OutputStream out) throws IOException {
    out.write(mark);
    out.write(line);
    if (line[line.length - 1] != '\n') {
      out.write("\n\\ No newline at end of file\n".getBytes(UTF_8));
    }
  }

  /** Each with its line feed; never empty. */
  private static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length) {
      lines.add(Arrays.copyOfRange(text, start, text.length));
    }
    return lines;
  }
}
