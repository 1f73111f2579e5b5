package org.docaudit.pipeline;

import java.net.URI;
import java.nio.file.Path;

/** Files and folders of local disks as the command line names them. */
public final class LocalPath {
  private LocalPath() {}

  /**
   * The path that an argument means.
   *
   * @param name of the option or argument, for messages
   * @param argument a path, or a URI {@code file:///…}
   * @param folder the current folder
   * @throws AuditException of usage where it is neither
   */
  public static Path of(String name, String argument, Path folder) throws AuditException {
    try {
      return (argument.startsWith("file:/")
              ? Path.of(URI.create(argument))
              : folder.resolve(argument))
          .normalize();
    } catch (IllegalArgumentException e) {
      throw AuditException.usage(name + ": not a path: " + argument, e);
    }
  }
}
