package org.docaudit.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.docaudit.model.Rule;

/**
 * Lists the members of a zip file whose directory is lost, by their own headers. Members that are
 * not whole are problems. What only the directory tells, such as which members are symbolic links,
 * is not known.
 */
final class ZipRecovery {
  private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
  private static final int HEADER_BYTES = 30;
  private static final int NAME_LENGTH = 26;
  private static final int EXTRA_LENGTH = 28;

  private final UnpackedStream in;
  private final ContainerVisitor visitor;
  private final byte[] buffer = new byte[8192];

  /** Bytes that may be unpacked: what looks like headers could have each read all behind it. */
  private long allowed;

  private long number;
  private boolean found;

  private ZipRecovery(UnpackedStream in, long size, ContainerVisitor visitor) {
    this.in = in;
    this.visitor = visitor;
    this.allowed = Math.max(UnpackingLimits.FREE_BYTES, size * UnpackingLimits.MAX_RATIO);
  }

  /** Lists what can be found; returns false where that is nothing. */
  static boolean run(ContainerSource file, long size, ContainerVisitor visitor) throws IOException {
    try (UnpackedStream in = new UnpackedStream(file, Compression.NONE)) {
      ZipRecovery recovery = new ZipRecovery(in, size, visitor);
      for (long at = 0; recovery.find(at); ) {
        at = recovery.member();
      }
      return recovery.found;
    }
  }

  /** Goes to the next signature of a header. */
  private boolean find(long from) throws IOException {
    in.moveTo(new Position(from, 0));
    while (in.ready() > 0) {
      int at = in.at;
      while (at < in.end && in.buffer[at] != SIGNATURE[0]) {
        at++;
      }
      in.take(at - in.at);
      if (at < in.end) {
        byte[] next = in.peek(SIGNATURE.length);
        if (Arrays.equals(next, SIGNATURE)) {
          return true;
        }
        in.take(1);
      }
    }
    return false;
  }

  /** Visits the member whose header is next; returns where to look for the one behind it. */
  private long member() throws MemberException, IOException {
    Position position = in.position();
    byte[] header = in.peek(HEADER_BYTES);
    long next = position.restart() + SIGNATURE.length;
    number++;
    try (ZipInputStream zip =
        new ZipInputStream(CloseShieldInputStream.wrap(in), StandardCharsets.UTF_8)) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        return next;
      }
      long bytes = size(zip);
      next =
          position.restart()
              + HEADER_BYTES
              + number(header, NAME_LENGTH)
              + number(header, EXTRA_LENGTH)
              + Math.max(0, entry.getCompressedSize());
      found = true;
      if (!entry.isDirectory() && !entry.getName().equals(PackFields.MANIFEST)) {
        visitor.content(number, entry.getName(), false, bytes, position);
      }
    } catch (MemberException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      visitor.problem(number, Rule.CORPUS_DAMAGED, "the member is damaged: " + e.getMessage());
    }
    return next;
  }

  private long size(ZipInputStream zip) throws IOException {
    long bytes = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      bytes += n;
      allowed -= n;
      if (allowed < 0) {
        throw new MemberException(
            Rule.CORPUS_OVER_LIMIT,
            "it is more than %d times as large once unpacked".formatted(UnpackingLimits.MAX_RATIO));
      }
    }
    return bytes;
  }

  private static int number(byte[] header, int at) {
    return header.length < HEADER_BYTES ? 0 : (header[at] & 0xff) | ((header[at + 1] & 0xff) << 8);
  }
}
