package org.docaudit.reuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.docaudit.model.PathOrder;

/**
 * Finds the pieces that may have documents of a batch. Pieces of one run follow each other in path
 * order, but for those with changes, so that a search costs little more than it finds. Immutable.
 */
public final class PieceIndex {

  /** A piece and its place in the order in which facts win over earlier ones. */
  private record Ranked(int rank, Reuse.EarlierPiece piece) {}

  /** By the first path. */
  private final List<Ranked> pieces = new ArrayList<>();

  /** The greatest last path up to each of them. */
  private final List<String> reach = new ArrayList<>();

  /** Pieces in the order of {@link Reuse#pieces}. */
  public PieceIndex(List<Reuse.EarlierPiece> inOrder) {
    for (Reuse.EarlierPiece piece : inOrder) {
      pieces.add(new Ranked(pieces.size(), piece));
    }
    pieces.sort(
        Comparator.comparing(ranked -> ranked.piece().header().first(), PathOrder.INSTANCE));
    String greatest = "";
    for (Ranked each : pieces) {
      String last = each.piece().header().last();
      greatest = PathOrder.INSTANCE.compare(last, greatest) > 0 ? last : greatest;
      reach.add(greatest);
    }
  }

  /** Those that may have a document from one path to another, both included, in their order. */
  List<Reuse.EarlierPiece> meeting(String first, String last) {
    List<Ranked> found = new ArrayList<>();
    for (int i = beginningUpTo(last) - 1; i >= 0 && atLeast(reach.get(i), first); i--) {
      if (atLeast(pieces.get(i).piece().header().last(), first)) {
        found.add(pieces.get(i));
      }
    }
    found.sort(Comparator.comparingInt(Ranked::rank));
    return found.stream().map(Ranked::piece).toList();
  }

  /** How many begin at a path or before it. */
  private int beginningUpTo(String path) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atLeast(path, pieces.get(middle).piece().header().first())) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean atLeast(String path, String other) {
    return PathOrder.INSTANCE.compare(path, other) >= 0;
  }
}
