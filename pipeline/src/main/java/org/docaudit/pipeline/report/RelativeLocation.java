package org.docaudit.pipeline.report;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Where a folder or file is as seen from a folder, so that both can be moved together. */
final class RelativeLocation {

  private static final String LOCAL = "file:///";

  private RelativeLocation() {}

  /**
   * A reference by RFC 3986, such as {@code ../../docs/}.
   *
   * @param location absolute URI, of a folder ending in {@code /}
   * @param from a folder whose parent exists; it need not exist itself
   * @return the location as it is where it is on another file system
   */
  static String of(String location, Path from) {
    if (!location.startsWith(LOCAL)) {
      return location;
    }
    String[] to = names(location);
    String[] base = names(realUri(from).toString());
    int common = 0;
    while (common < Math.min(to.length, base.length) && to[common].equals(base[common])) {
      common++;
    }
    if (common == 0) {
      return location;
    }
    StringBuilder reference = new StringBuilder("../".repeat(base.length - common));
    if (reference.isEmpty()) {
      // Else a colon in the first name would end a scheme.
      reference.append("./");
    }
    for (int i = common; i < to.length; i++) {
      reference.append(to[i]).append('/');
    }
    if (!location.endsWith("/")) {
      reference.setLength(reference.length() - 1);
    }
    return reference.toString();
  }

  /**
   * The same of a file.
   *
   * @param file absolute path
   */
  static String ofFile(Path file, Path from) {
    String uri = realUri(file).toString();
    int name = uri.lastIndexOf('/') + 1;
    return of(uri.substring(0, name), from) + uri.substring(name);
  }

  private static String[] names(String uri) {
    String path = uri.substring(LOCAL.length());
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
  }

  private static URI realUri(Path folder) {
    Path real;
    try {
      real = folder.getParent().toRealPath().resolve(folder.getFileName());
    } catch (IOException e) {
      real = folder;
    }
    return real.toUri();
  }
}
