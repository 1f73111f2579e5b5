package org.docaudit.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.docaudit.model.Rule;

/** Lists the members of a zip file by its directory; no content is read. */
final class ZipScan {
  private ZipScan() {}

  /**
   * Lists all members.
   *
   * @throws IOException where there is no directory
   */
  static void run(ContainerSource file, ContainerVisitor visitor) throws IOException {
    try (SeekableByteChannel channel = file.open();
        ZipFile zip =
            ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get()) {
      long number = 0;
      long unpacked = 0;
      long packed = 0;
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        number++;
        packed += Math.max(0, entry.getCompressedSize());
        unpacked += Math.max(0, entry.getSize());
        if (packed > channel.size()) {
          throw new MemberException(
              Rule.CORPUS_OVER_LIMIT, "its members lie over each other, as in a zip bomb");
        }
        UnpackingLimits.check(unpacked, channel.size());
        member(zip, entry, number, visitor);
      }
    }
  }

  private static void member(
      ZipFile zip, ZipArchiveEntry entry, long number, ContainerVisitor visitor)
      throws IOException {
    String name = entry.getName();
    if (entry.isDirectory()) {
      return;
    } else if (entry.isUnixSymlink()) {
      visitor.mention(number, name, null, null);
    } else if (name.equals(PackFields.MANIFEST)) {
      try (InputStream content = zip.getInputStream(entry)) {
        Manifest.read(number, content, visitor);
      }
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      visitor.problem(number, Rule.CORPUS_INVALID_MEMBER, "the member is encrypted");
    } else if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      visitor.problem(
          number,
          Rule.CORPUS_INVALID_MEMBER,
          "the member is compressed by method %d, which is not supported"
              .formatted(entry.getMethod()));
    } else {
      visitor.content(
          number,
          name,
          false,
          Math.max(0, entry.getSize()),
          new Position(entry.getLocalHeaderOffset(), 0));
    }
  }
}
