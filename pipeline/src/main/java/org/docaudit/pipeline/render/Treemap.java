package org.docaudit.pipeline.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out weights as rectangles whose areas are in proportion and whose sides are as equal as can
 * be: the squarified treemap of Bruls, Huizing and van Wijk (2000).
 */
final class Treemap {

  /** A rectangle; the origin is the upper left corner. */
  record Tile(double x, double y, double width, double height) {}

  private final List<Tile> tiles = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;

  private Treemap(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Fills a rectangle.
   *
   * @param weights positive, the largest first
   * @return one tile a weight, in their order
   */
  static List<Tile> layOut(List<Long> weights, double width, double height) {
    Treemap map = new Treemap(width, height);
    double scale = width * height / weights.stream().mapToLong(Long::longValue).sum();
    List<Double> row = new ArrayList<>();
    for (long weight : weights) {
      double area = weight * scale;
      List<Double> longer = new ArrayList<>(row);
      longer.add(area);
      if (!row.isEmpty() && map.worst(longer) > map.worst(row)) {
        map.place(row);
        row = new ArrayList<>(List.of(area));
      } else {
        row = longer;
      }
    }
    map.place(row);
    return map.tiles;
  }

  /** The largest ratio of sides that a row along the shorter side would have. */
  private double worst(List<Double> row) {
    double side = Math.min(width, height);
    double sum = row.stream().mapToDouble(Double::doubleValue).sum();
    double thickness = sum / side;
    double worst = 0;
    for (double area : row) {
      double length = area / thickness;
      worst = Math.max(worst, Math.max(length / thickness, thickness / length));
    }
    return worst;
  }

  private void place(List<Double> row) {
    double sum = row.stream().mapToDouble(Double::doubleValue).sum();
    boolean column = width >= height;
    double thickness = sum / Math.min(width, height);
    double along = column ? y : x;
    for (double area : row) {
      double length = area / thickness;
      tiles.add(
          column ? new Tile(x, along, thickness, length) : new Tile(along, y, length, thickness));
      along += length;
    }
    if (column) {
      x += thickness;
      width -= thickness;
    } else {
      y += thickness;
      height -= thickness;
    }
  }
}
