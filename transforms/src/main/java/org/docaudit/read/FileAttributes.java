package org.docaudit.read;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a walk asks of each file. */
enum FileAttributes {
  /** Kind, size and time. */
  BASIC(BasicFileAttributes.class),
  /** And the permission bits, which come with them but take a set for each file. */
  PERMISSIONS(PosixFileAttributes.class);

  private static final Set<PosixFilePermission> READ_BY_ALL =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);

  private final Class<? extends BasicFileAttributes> type;

  FileAttributes(Class<? extends BasicFileAttributes> type) {
    this.type = type;
  }

  static FileAttributes ofListing(ListingOptions options) {
    return options.permissions()
            && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? PERMISSIONS
        : BASIC;
  }

  BasicFileAttributes of(Path file, LinkOption... links) throws IOException {
    return Files.readAttributes(file, type, links);
  }

  /**
   * Whether owner, group and others all have the bit to read; false where nobody asked.
   *
   * @param attributes of what is read, or null where there is nothing
   */
  static boolean readableByAll(@Nullable BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posix
        && posix.permissions().containsAll(READ_BY_ALL);
  }
}
