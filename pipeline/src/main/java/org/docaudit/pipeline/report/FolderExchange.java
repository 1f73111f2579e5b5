package org.docaudit.pipeline.report;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Exchanges two folders in one step, which Java cannot: no moment is seen in which either name is
 * without a folder. Linux has it as {@code renameat2} with {@code RENAME_EXCHANGE}, on most local
 * file systems.
 */
final class FolderExchange {

  /** Relative paths would mean the current folder; {@code AT_FDCWD} in fcntl.h. */
  private static final int CURRENT_FOLDER = -100;

  /** {@code RENAME_EXCHANGE} in linux/fs.h. */
  private static final int EXCHANGE = 2;

  private FolderExchange() {}

  /** The C library; glibc has the function since 2.28. */
  private interface SystemCalls extends Library {
    int renameat2(int folder, byte[] path, int otherFolder, byte[] otherPath, int flags)
        throws LastErrorException;
  }

  /**
   * Gives each of two folders the other's name; false, with nothing changed, where the system or
   * the file system cannot or one of them is not there.
   */
  static boolean tryExchange(Path one, Path other) {
    try {
      Native.load(SystemCalls.class)
          .renameat2(CURRENT_FOLDER, name(one), CURRENT_FOLDER, name(other), EXCHANGE);
      return true;
    } catch (LastErrorException | LinkageError e) {
      return false;
    }
  }

  /** As Java itself hands names to the system, ended by a zero byte. */
  private static byte[] name(Path path) {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
    return (path + "\0").getBytes(names);
  }
}
