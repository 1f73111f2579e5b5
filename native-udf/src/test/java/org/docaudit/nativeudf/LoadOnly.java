package org.docaudit.nativeudf;

/** Loads the library, and prints where it came from or why there is none. */
final class LoadOnly {

  private LoadOnly() {}

  public static void main(String[] args) {
    try {
      System.out.println("loaded " + NativeLibrary.load().source());
    } catch (NativeUnavailableException e) {
      System.out.println(e.getMessage());
    }
  }
}
