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
   * Lists all members; where the directory is lost, those that can be found without it.
   *
   * @throws IOException where there are none
   */
  static void run(ContainerSource file, ContainerVisitor visitor) throws IOException {
    try (SeekableByteChannel channel = file.open()) {
      long size = channel.size();
      ZipFile zip;
      try {
        zip =
            ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      } catch (IOException e) {
        if (!ZipRecovery.run(file, size, visitor)) {
          throw e;
        }
        visitor.problem(
            0,
            Rule.CORPUS_DAMAGED,
            "its directory is missing or broken; members were looked for without it");
        return;
      }
      try (zip) {
        members(zip, size, visitor);
      }
    }
  }

  private static void members(ZipFile zip, long size, ContainerVisitor visitor) throws IOException {
    long number = 0;
    long unpacked = 0;
    long packed = 0;
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      number++;
      packed += Math.max(0, entry.getCompressedSize());
      unpacked += Math.max(0, entry.getSize());
      if (packed > size) {
        throw new MemberException(
            Rule.CORPUS_OVER_LIMIT, "its members lie over each other, as in a zip bomb");
      }
      UnpackingLimits.check(unpacked, size);
      member(zip, entry, number, visitor);
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
