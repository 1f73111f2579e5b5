package org.docaudit.generator;

/**
 * The plan of a corpus: what can be said of a document without writing it, so that documents are
 * written in any order, each by itself. Immutable and thread-safe.
 *
 * @param documents how many; positive
 * @param seed the same numbers give the same bytes
 */
record Corpus(int documents, long seed, Shape shape) {

  /** Names of folders, the same at each depth. */
  private static final String[] FOLDERS = {
    "guide", "reference", "tutorials", "concepts", "install", "operations", "api", "release-notes",
    "examples", "security", "storage", "network", "internals", "faq", "cookbook", "archive"
  };

  private static final String[] PAGES = {
    "overview",
    "setup",
    "options",
    "errors",
    "limits",
    "upgrade",
    "metrics",
    "backup",
    "tuning",
    "syntax",
    "types",
    "events",
    "queries",
    "plugins",
    "logging",
    "testing"
  };

  /** So many documents have one picture. */
  private static final int DOCUMENTS_A_PICTURE = 200;

  private static final int BYTES_A_SECTION = 700;

  private static final int MAX_SECTIONS = 1_000;

  private static final int GIANT_BYTES = 60 << 20;

  private static final int HOT_TARGET_BYTES = 40 << 10;

  /** In a thousand. */
  private static final int DUPLICATES = 15;

  private static final long OF_KIND = 1L << 40;

  private static final long OF_DUPLICATES = 2L << 40;

  private static final long OF_HEADINGS = 3L << 40;

  /** What decides the text of a document: the numbers it begins with are those of its plan. */
  record Plan(Language language, int bytes, int sections) {}

  Plan plan(int document) {
    RandomNumbers random = RandomNumbers.of(seed, OF_KIND + document);
    Language language = Language.of(random);
    double bytes = shape.medianBytes() * StrictMath.exp(random.gaussian());
    int size = Math.max(80, (int) bytes);
    if (shape == Shape.GIANT && document == documents / 2) {
      size = GIANT_BYTES;
    } else if (shape == Shape.HOT_TARGET && document == 0) {
      size = HOT_TARGET_BYTES;
    }
    return new Plan(language, size, Math.min(MAX_SECTIONS, size / BYTES_A_SECTION));
  }

  /** The folder of a document, with a slash at its end; empty where it is in the top one. */
  String folder(int document) {
    if (shape.folderSize() == Integer.MAX_VALUE) {
      return "";
    }
    int folder = document / shape.folderSize();
    StringBuilder path = new StringBuilder();
    do {
      path.insert(0, FOLDERS[folder % FOLDERS.length] + "/");
      folder /= FOLDERS.length;
    } while (folder > 0);
    return path.toString();
  }

  /** The name of a document in its folder. */
  String name(int document) {
    int number = document % shape.folderSize();
    if (number == 0 && shape != Shape.FLAT) {
      return "index.md";
    }
    RandomNumbers random = RandomNumbers.of(seed, document);
    return PAGES[random.below(PAGES.length)] + "-" + number + ".md";
  }

  String path(int document) {
    return folder(document) + name(document);
  }

  /** The document whose text this one has: itself, or another of which it is a copy. */
  int original(int document) {
    return isCopy(document) ? someOriginal(document) : document;
  }

  private int someOriginal(int document) {
    int original =
        RandomNumbers.of(seed, OF_DUPLICATES + documents + (long) document).below(documents);
    while (isCopy(original)) {
      original = (original + 1) % documents;
    }
    return original;
  }

  private boolean isCopy(int document) {
    return document > 0
        && plan(document).bytes() < GIANT_BYTES
        && RandomNumbers.of(seed, OF_DUPLICATES + document).chance(DUPLICATES);
  }

  /** Appends a document's heading of level 2, from 0, with a separator between its words. */
  void heading(int document, int number, Language language, int separator, ByteText out) {
    RandomNumbers random =
        RandomNumbers.of(seed, OF_HEADINGS + (long) document * MAX_SECTIONS + number);
    language.words(2 + random.below(3), separator, random, out);
  }

  /** How many pictures there are; at least one. */
  int pictures() {
    return 1 + (documents - 1) / DOCUMENTS_A_PICTURE;
  }

  /** Whether a document brings the picture {@link #pictureOf}. */
  boolean hasPicture(int document) {
    return document % DOCUMENTS_A_PICTURE == 0;
  }

  int pictureOf(int document) {
    return document / DOCUMENTS_A_PICTURE;
  }

  static String picturePath(int picture) {
    return "pictures/figure-" + picture + ".png";
  }
}
