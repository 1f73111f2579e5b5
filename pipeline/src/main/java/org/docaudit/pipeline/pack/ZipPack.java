package org.docaudit.pipeline.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.docaudit.container.PackFields;

/** A zip file with the documents, and a manifest of the other files before them. */
final class ZipPack implements PackWriter<List<ZipPack.Deflated>> {
  /** A time that zip can tell in every time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

  private final ZipArchiveOutputStream zip;

  /** A member, compressed. */
  static final class Deflated {
    private final ZipArchiveEntry entry;
    private final byte[] bytes;

    private Deflated(ZipArchiveEntry entry, byte[] bytes) {
      this.entry = entry;
      this.bytes = bytes;
    }
  }

  /**
   * Takes the stream and closes it in the end.
   *
   * @param manifest lines of the files without content
   */
  ZipPack(OutputStream out, byte[] manifest) throws IOException {
    this.zip = new ZipArchiveOutputStream(out);
    if (manifest.length > 0) {
      append(List.of(deflate(PackFields.MANIFEST, manifest)));
    }
  }

  @Override
  public List<Deflated> encode(List<LoadedFile> files) throws IOException {
    List<Deflated> members = new ArrayList<>();
    for (LoadedFile file : files) {
      byte[] content = file.content();
      if (content != null) {
        members.add(deflate(file.path(), content));
      }
    }
    return members;
  }

  private static Deflated deflate(String path, byte[] content) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream(content.length / 2 + 16);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(content);
    } finally {
      deflater.end();
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipArchiveEntry entry = new ZipArchiveEntry(path);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setSize(content.length);
    entry.setCompressedSize(deflated.size());
    entry.setCrc(crc.getValue());
    entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    return new Deflated(entry, deflated.toByteArray());
  }

  @Override
  public void append(List<Deflated> part) throws IOException {
    for (Deflated member : part) {
      zip.addRawArchiveEntry(member.entry, new ByteArrayInputStream(member.bytes));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
