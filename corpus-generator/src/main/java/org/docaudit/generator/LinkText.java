package org.docaudit.generator;

import org.docaudit.generator.Corpus.Plan;

/**
 * Writes the links of documents. About half lead to neighbours; a third to popular documents, of
 * which the n-th has 1/n as many links as the first; the others anywhere. Not thread-safe.
 */
final class LinkText {

  /** Neighbours are so many documents away, at most. */
  private static final int NEIGHBOURS = 30;

  /** Spreads popular documents over the corpus; a prime, so that no two are the same. */
  private static final long SPREAD = 2_654_435_761L;

  private final Corpus corpus;
  private final ByteText out;
  private int document;
  private String folder = "";
  private RandomNumbers random;

  LinkText(Corpus corpus, ByteText out) {
    this.corpus = corpus;
    this.out = out;
    random = RandomNumbers.of(corpus.seed(), 0);
  }

  /** The links that follow are those of a document. */
  void of(int source, RandomNumbers numbers) {
    document = source;
    folder = corpus.folder(source);
    random = numbers;
  }

  /** Appends a link of a kind that chance chooses. */
  void any(Language language) {
    int kind = random.below(100);
    if (kind < 60) {
      to(target(), false, language);
    } else if (kind < 76) {
      to(target(), true, language);
    } else if (kind < 80) {
      ofKind("[", language, "](");
      anchor(document);
      out.add(')');
    } else if (kind < 92) {
      ofKind("[", language, "](https://example.org/");
      out.add(String.valueOf(random.below(100_000))).add(')');
    } else if (kind < 98) {
      ofKind("![", language, "](");
      path(Corpus.picturePath(random.below(corpus.pictures())));
      out.add(')');
    } else if (kind < 99) {
      ofKind("[", language, "](");
      path(corpus.folder(target()));
      out.add("gone-").add(String.valueOf(random.below(1000))).add(".md)");
    } else {
      ofKind("[", language, "](");
      path(corpus.path(target()));
      out.add("#no-such-heading)");
    }
  }

  /** Appends a link to a document, and to one of its headings where that is asked for. */
  void to(int target, boolean heading, Language language) {
    ofKind("[", language, "](");
    path(corpus.path(target));
    if (heading) {
      anchor(target);
    }
    out.add(')');
  }

  private void ofKind(String before, Language language, String after) {
    out.add(before);
    language.words(1 + random.below(2), ' ', random, out);
    out.add(after);
  }

  private int target() {
    int way = random.below(100);
    if (way < 45) {
      int near = document - NEIGHBOURS + random.below(2 * NEIGHBOURS + 1);
      return Math.max(0, Math.min(corpus.documents() - 1, near));
    }
    if (way < 80) {
      long rank = (long) StrictMath.exp(random.fraction() * StrictMath.log(corpus.documents()));
      return (int) (rank * SPREAD % corpus.documents());
    }
    return random.below(corpus.documents());
  }

  /** Appends {@code #} and the anchor of some heading of a document, if it has one. */
  private void anchor(int target) {
    int original = corpus.original(target);
    Plan plan = corpus.plan(original);
    out.add('#');
    if (plan.sections() > 0) {
      corpus.heading(original, random.below(plan.sections()), plan.language(), '-', out);
    }
  }

  /** Appends a path of the corpus as it is written in the document. */
  private void path(String to) {
    int shared = 0;
    for (int slash = to.indexOf('/') + 1; slash > 0; slash = to.indexOf('/', slash) + 1) {
      if (!folder.startsWith(to.substring(0, slash))) {
        break;
      }
      shared = slash;
    }
    for (int i = shared; i < folder.length(); i++) {
      if (folder.charAt(i) == '/') {
        out.add("../");
      }
    }
    out.add(shared == to.length() ? "./" : to.substring(shared));
  }
}
