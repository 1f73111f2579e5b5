package org.docaudit.container;

import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.docaudit.model.Rule;

/**
 * Lists the members of a tar file: one pass, in which contents are only skipped. Behind a broken
 * header it goes on with the next whole one.
 */
final class TarScan {
  private final UnpackedStream in;
  private final ContainerVisitor visitor;
  private long number;

  TarScan(UnpackedStream in, ContainerVisitor visitor) {
    this.in = in;
    this.visitor = visitor;
  }

  /** Lists all members. */
  void run() throws MemberException {
    boolean whole = true;
    while (true) {
      try {
        if (!(whole ? member() : findHeader())) {
          return;
        }
        whole = true;
      } catch (MemberException e) {
        throw e;
      } catch (IOException e) {
        if (whole) {
          ContainerScanner.damaged(visitor, "behind member " + number, e);
        }
        whole = false;
        if (in.isBroken() && !in.skipBrokenFrame()) {
          return;
        }
      }
    }
  }

  /** Goes to the next block that is a header, or returns false where none is left. */
  private boolean findHeader() throws IOException {
    while (true) {
      byte[] block = in.peek(TarHeader.BLOCK);
      if (block.length < TarHeader.BLOCK) {
        return false;
      } else if (TarHeader.isMarkedHeader(block)) {
        return true;
      }
      in.skipFully(TarHeader.BLOCK);
    }
  }

  /** Visits the next member, or returns false at the end. */
  private boolean member() throws IOException {
    byte[] block = in.peek(TarHeader.BLOCK);
    if (TarHeader.isEnd(block)) {
      return false;
    } else if (block.length == 0) {
      throw new IOException("it has no end mark");
    } else if (!TarHeader.isHeader(block)) {
      // So that the search begins behind it.
      in.skipFully(block.length);
      throw new IOException("a header is broken");
    }
    Position position = in.position();
    TarArchiveEntry entry = TarHeader.read(in);
    number++;
    long size = TarHeader.padded(entry.getSize());
    if (entry.isSparse()) {
      visitor.problem(
          number,
          Rule.CORPUS_INVALID_MEMBER,
          "the member is a sparse file, which is not supported");
    } else if (isRegular(entry)) {
      if (entry.getName().equals(PackFields.MANIFEST)) {
        Manifest.read(number, Channels.newInputStream(in.next(entry.getSize())), visitor);
        size -= entry.getSize();
      } else {
        visitor.content(number, entry.getName(), false, entry.getSize(), position);
      }
    } else if (!entry.isDirectory()) {
      visitor.mention(number, entry.getName(), null, null);
    }
    in.skipFully(size);
    return true;
  }

  static boolean isRegular(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isSymbolicLink()
        && !entry.isLink()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice()
        && !entry.isFIFO();
  }
}
