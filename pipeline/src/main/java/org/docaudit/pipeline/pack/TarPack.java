package org.docaudit.pipeline.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.docaudit.container.Compression;
import org.docaudit.container.PackFields;

/** A tar file with the documents, and a manifest of the other files before them. */
final class TarPack extends BytesPack {
  /** Two blocks of zeros. */
  private static final byte[] END = new byte[1024];

  private final Compression compression;

  /**
   * Takes the stream and closes it in the end.
   *
   * @param manifest lines of the files without content
   */
  TarPack(OutputStream out, Compression compression, byte[] manifest) throws IOException {
    super(out);
    this.compression = compression;
    if (manifest.length > 0) {
      ByteArrayOutputStream blocks = new ByteArrayOutputStream();
      write(PackFields.MANIFEST, manifest, tar(blocks));
      append(Frames.compress(blocks.toByteArray(), compression));
    }
  }

  @Override
  public byte[] encode(List<LoadedFile> files) throws IOException {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream(64 << 10);
    // Not closed, which would end the archive here.
    TarArchiveOutputStream tar = tar(blocks);
    for (LoadedFile file : files) {
      byte[] content = file.content();
      if (content != null) {
        write(file.path(), content, tar);
      }
    }
    return blocks.size() == 0 ? new byte[0] : Frames.compress(blocks.toByteArray(), compression);
  }

  private static TarArchiveOutputStream tar(OutputStream blocks) {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(blocks, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    return tar;
  }

  private static void write(String path, byte[] content, TarArchiveOutputStream tar)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    // The same bytes whoever packs, and whenever.
    entry.setUserName("");
    entry.setGroupName("");
    entry.setModTime(0);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    tar.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      append(Frames.compress(END, compression));
    } finally {
      super.close();
    }
  }
}
