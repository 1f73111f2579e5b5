package org.docaudit.summary;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this process among those of a run: {@code host:pid}. */
public final class WorkerName {

  /** Linux knows its own name without asking a name server. */
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private static final String NAME = host() + ":" + ProcessHandle.current().pid();

  private WorkerName() {}

  /** The name; the same for the life of the process. */
  public static String current() {
    return NAME;
  }

  private static String host() {
    try {
      return Files.readString(LINUX).strip();
    } catch (IOException e) {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException unknown) {
        return "localhost";
      }
    }
  }
}
