package org.docaudit.generator;

/**
 * SplitMix64 (Steele, Lea and Flood, 2014). Written out because Java specifies the numbers of none
 * of its generators but {@code java.util.Random}, and corpora are to be the same with every Java.
 * Mutable, not thread-safe.
 */
final class RandomNumbers {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private RandomNumbers(long state) {
    this.state = state;
  }

  /** Numbers of their own for each pair of a seed and an index. */
  static RandomNumbers of(long seed, long index) {
    return new RandomNumbers(mix(mix(seed + GOLDEN_GAMMA) + index * GOLDEN_GAMMA));
  }

  /** 64 random bits. */
  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to less than {@code bound}, which is positive. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Whether something happens that has a chance of so many in a thousand. */
  boolean chance(int inThousand) {
    return below(1000) < inThousand;
  }

  /** From 0 to less than 1. */
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** About normally distributed: mean 0, deviation 1, never beyond 6. */
  double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += fraction();
    }
    return sum;
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
