package org.docaudit.pipeline.render;

/** Paths where there is little room. */
final class PathEnd {

  private PathEnd() {}

  /**
   * The end of a path, which tells more than its beginning; whole names if any fit.
   *
   * @param characters code points, the ellipsis included; where they are fewer than three nothing
   *     is left of a longer path
   */
  static String of(String path, int characters) {
    int length = path.codePointCount(0, path.length());
    if (length <= characters) {
      return path;
    }
    if (characters < 3) {
      return "";
    }
    int start = path.offsetByCodePoints(0, length - characters + 1);
    int name = path.indexOf('/', start);
    return "…" + path.substring(name >= 0 && name < path.length() - 2 ? name : start);
  }
}
