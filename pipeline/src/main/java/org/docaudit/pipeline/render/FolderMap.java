package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.pipeline.console.Figures;

/**
 * Folders with findings as a treemap: the area of a tile stands for its findings, its shade for how
 * many there are a document.
 */
final class FolderMap {

  /** Width of a character of a label, in units of the drawing. */
  private static final double CHARACTER = 7.2;

  private static final double PADDING = 12;
  private static final double HEIGHT_OF_LABEL = 20;
  private static final double HEIGHT_OF_BOTH = 38;

  private FolderMap() {}

  /** Lays out the parts in a drawing of this size. */
  static HtmlPage.Folders of(List<FolderTree.Part> parts, int width, int height) {
    List<HtmlPage.Tile> tiles = new ArrayList<>();
    if (!parts.isEmpty()) {
      List<Treemap.Tile> layout =
          Treemap.layOut(parts.stream().map(FolderTree.Part::findings).toList(), width, height);
      for (int i = 0; i < parts.size(); i++) {
        tiles.add(tile(parts.get(i), layout.get(i)));
      }
    }
    return new HtmlPage.Folders(width, height, tiles);
  }

  private static HtmlPage.Tile tile(FolderTree.Part part, Treemap.Tile tile) {
    String name = name(part);
    String findings = Figures.counted(part.findings(), "finding");
    String hint =
        "%s: %s, %s, in %s"
            .formatted(
                name,
                findings,
                Figures.counted(part.errors(), "error"),
                Figures.counted(part.documents(), "document"));
    return new HtmlPage.Tile(
        round(tile.x()),
        round(tile.y()),
        round(tile.width()),
        round(tile.height()),
        shade(part),
        tile.height() < HEIGHT_OF_LABEL ? "" : fit(name, tile.width()),
        tile.height() < HEIGHT_OF_BOTH ? "" : fit(Figures.count(part.findings()), tile.width()),
        hint,
        ShownFinding.shown(part.path()),
        part.extent() == FolderTree.Extent.ALONE);
  }

  private static String name(FolderTree.Part part) {
    String path = part.path().isEmpty() ? "./" : ShownFinding.shown(part.path());
    return switch (part.extent()) {
      case WHOLE -> path;
      case ALONE -> path + "*";
      case OTHERS -> path + "…";
    };
  }

  private static String fit(String text, double width) {
    return PathEnd.of(text, (int) ((width - PADDING) / CHARACTER));
  }

  /** From 1, fewer than one finding in twenty documents, to 5, more than two a document. */
  private static int shade(FolderTree.Part part) {
    double density = (double) part.findings() / Math.max(1, part.documents());
    return density > 2 ? 5 : density > 1 ? 4 : density > 0.25 ? 3 : density > 0.05 ? 2 : 1;
  }

  private static double round(double length) {
    return Math.round(length * 10) / 10.0;
  }
}
