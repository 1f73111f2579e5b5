package org.docaudit.pipeline.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.docaudit.pipeline.render.Treemap.Tile;
import org.junit.jupiter.api.Test;

class TreemapTest {

  /** The example of Bruls, Huizing and van Wijk (2000), figure 4. */
  @Test
  void theExampleOfThePaper() {
    List<Tile> tiles = Treemap.layOut(List.of(6L, 6L, 4L, 3L, 2L, 2L, 1L), 6, 4);
    assertEquals(7, tiles.size());
    assertTile(new Tile(0, 0, 3, 2), tiles.get(0));
    assertTile(new Tile(0, 2, 3, 2), tiles.get(1));
    assertTile(new Tile(3, 0, 12.0 / 7, 7.0 / 3), tiles.get(2));
    assertTile(new Tile(3 + 12.0 / 7, 0, 9.0 / 7, 7.0 / 3), tiles.get(3));
  }

  private static void assertTile(Tile expected, Tile actual) {
    assertEquals(expected.x(), actual.x(), 1e-9);
    assertEquals(expected.y(), actual.y(), 1e-9);
    assertEquals(expected.width(), actual.width(), 1e-9);
    assertEquals(expected.height(), actual.height(), 1e-9);
  }

  @Property
  void areasAreInProportionAndDoNotOverlap(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 1_000_000) Long> weights) {
    List<Long> sorted = weights.stream().sorted(Comparator.reverseOrder()).toList();
    long sum = sorted.stream().mapToLong(Long::longValue).sum();
    List<Tile> tiles = Treemap.layOut(sorted, 960, 360);
    assertEquals(sorted.size(), tiles.size());
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      assertEquals(
          960.0 * 360 * sorted.get(i) / sum, tile.width() * tile.height(), 1e-3, "area of " + i);
      assertTrue(tile.x() >= -1e-6 && tile.x() + tile.width() <= 960 + 1e-6, tile.toString());
      assertTrue(tile.y() >= -1e-6 && tile.y() + tile.height() <= 360 + 1e-6, tile.toString());
      for (Tile other : tiles.subList(0, i)) {
        boolean apart =
            tile.x() + tile.width() <= other.x() + 1e-6
                || other.x() + other.width() <= tile.x() + 1e-6
                || tile.y() + tile.height() <= other.y() + 1e-6
                || other.y() + other.height() <= tile.y() + 1e-6;
        assertTrue(apart, tile + " and " + other);
      }
    }
  }
}
