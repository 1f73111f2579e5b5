package org.docaudit.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docaudit.reuse.Reuse.EarlierPiece;
import org.junit.jupiter.api.Test;

class PieceIndexTest {

  private static final FactsKey KEY = new FactsKey("build", "configuration", "place");

  private static EarlierPiece piece(String name, int first, int last) {
    return new EarlierPiece(name, new PieceHeader(KEY, path(first), path(last), 1));
  }

  private static String path(int number) {
    return "%03d.md".formatted(number);
  }

  @Test
  void findsWhatAScanOfAllFindsInTheirOrder() {
    Random random = new Random(1);
    int found = 0;
    for (int tries = 0; tries < 500; tries++) {
      List<EarlierPiece> pieces = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int first = random.nextInt(100);
        pieces.add(piece("piece " + i, first, first + random.nextInt(30)));
      }
      int from = random.nextInt(100);
      int to = from + random.nextInt(20);
      List<EarlierPiece> expected =
          pieces.stream()
              .filter(piece -> piece.header().first().compareTo(path(to)) <= 0)
              .filter(piece -> piece.header().last().compareTo(path(from)) >= 0)
              .toList();
      assertEquals(expected, new PieceIndex(pieces).meeting(path(from), path(to)));
      found += expected.size();
    }
    assertTrue(found > 500, "found " + found);
  }
}
