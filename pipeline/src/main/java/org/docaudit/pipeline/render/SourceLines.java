package org.docaudit.pipeline.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.Sha256;
import org.docaudit.pipeline.report.DocumentRow;

/**
 * The lines that findings stand on, read from the corpus again. A line is left out where its
 * document is gone, has changed since the audit, or is too large to be read for one line.
 */
final class SourceLines {

  /** Documents are read whole; larger ones are not read for a line. */
  private static final long MAX_BYTES = 4L << 20;

  /** Of all documents together, so that the cost of a report is bounded. */
  private static final long MAX_BYTES_IN_ALL = 64L << 20;

  /** Code points of a line that are shown. */
  private static final int MAX_LINE = 160;

  /** Code points before the finding's column that are shown of a long line. */
  private static final int BEFORE_COLUMN = 40;

  private final SourceLocations locations;
  private final Optional<FileTime> started;
  private final Map<ShownFinding, String> lines = new HashMap<>();
  private long bytesLeft = MAX_BYTES_IN_ALL;

  /**
   * @param started when the audit began; a file that was not modified since needs no hash, which
   *     without C2 takes longer than all else here
   */
  SourceLines(SourceLocations locations, Optional<Instant> started) {
    this.locations = locations;
    this.started = started.map(FileTime::from);
  }

  /** Reads the lines of a document's findings. */
  void read(DocumentRow document, List<ShownFinding> findings) {
    if (document.sha256() == null
        || document.bytes() > Math.min(MAX_BYTES, bytesLeft)
        || findings.stream().allMatch(finding -> finding.line() == 0)) {
      return;
    }
    byte[] bytes =
        locations.file(document.path()).map(file -> unchanged(file, document)).orElse(null);
    if (bytes == null) {
      return;
    }
    bytesLeft -= bytes.length;
    SourceText source = SourceText.decode(bytes);
    for (ShownFinding finding : findings) {
      if (finding.line() > 0 && finding.line() <= source.lines()) {
        lines.put(finding, excerpt(line(source, finding.line()), finding.column()));
      }
    }
  }

  /** The line of a finding, bounded and visible, or null. */
  @Nullable String of(ShownFinding finding) {
    return lines.get(finding);
  }

  private byte @Nullable [] unchanged(Path file, DocumentRow document) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile() || attributes.size() != document.bytes()) {
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      boolean untouched =
          started.isPresent() && attributes.lastModifiedTime().compareTo(started.get()) < 0;
      return untouched || Sha256.hex(bytes).equals(document.sha256()) ? bytes : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static String line(SourceText source, int line) {
    String text = source.text();
    int start = source.lineStart(line);
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }

  /** What is shown of a line: all of it, or what is around the column. */
  private static String excerpt(String line, int column) {
    String text = line.strip();
    int indent = line.indexOf(text);
    int length = text.codePointCount(0, text.length());
    if (length > MAX_LINE) {
      int at = Math.max(0, column - 1 - indent - BEFORE_COLUMN);
      int from = Math.min(at, length - MAX_LINE);
      int start = text.offsetByCodePoints(0, from);
      int end = text.offsetByCodePoints(start, MAX_LINE);
      text = (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
    return VisibleText.of(text.replace('\t', ' '), MAX_LINE + 2);
  }
}
