package org.docaudit.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Verdict;

/**
 * The facts of one bucket, and the verdicts that they give. All facts of a bucket are added before
 * its first question; their order and repetition make no difference. Not thread-safe.
 *
 * <p>A path means, in this order: the file of that name; the document that has the name plus an
 * extension; the index document of the folder of that name ({@code index}, {@code README}, {@code
 * _index}, then {@code index.html}); where it ends in {@code .html}, the document that renders to
 * it; and the folder itself. Behind a slash the index document comes before the document of that
 * name ({@code guide/} is how site generators publish {@code guide.md}), and a file is not meant.
 * Only where nothing of this exists, other letter case is tried (broken, but with a suggestion),
 * then other Unicode normalisation, then other extensions of the same name.
 *
 * <p>Memory is proportional to the facts. The time of a question does not depend on their number.
 */
public final class TargetIndex {
  /** Paths that differ only in case, normalisation and extension; further ones suggest nothing. */
  static final int MAX_VARIANTS = 64;

  private final LinkRules rules;
  private final TargetKeys keys;
  private final Map<String, Target> byPath = new HashMap<>();
  private final Map<String, Target[]> byKey = new HashMap<>();

  public TargetIndex(LinkRules rules) {
    this.rules = rules;
    this.keys = new TargetKeys(rules);
  }

  public void add(TargetFact fact) {
    if (fact instanceof TargetFact.File file) {
      addFile(file.path(), file.document());
    } else if (fact instanceof TargetFact.Anchors read) {
      addAnchors(read.documentPath(), read.anchors());
    } else if (fact instanceof TargetFact.Folder folder) {
      addFolder(folder.path());
    }
  }

  /** A file exists; {@code document} whether it is one that an audit reads. */
  public void addFile(String path, boolean document) {
    file(path).document |= document;
  }

  /** A document exists and was read, and these are all its anchors. */
  public void addAnchors(String documentPath, List<String> anchors) {
    Target document = file(documentPath);
    document.document = true;
    document.anchors = Anchors.of(anchors);
  }

  /** A folder exists; the empty path is the corpus' root. */
  public void addFolder(String path) {
    String trimmed = CorpusPath.trimmed(path);
    String shown = CorpusPath.ofFolder(trimmed);
    if (!byPath.containsKey(shown)) {
      Target folder = new Target(shown, true);
      byPath.put(shown, folder);
      addVariant(keys.of(trimmed), folder);
    }
  }

  /** The verdict, as far as this bucket's facts go. */
  public Verdict answer(LinkQuestion question) {
    // Most links name a file that is there; then other candidates need not be spelled out.
    Target meant = named(question);
    Verdict verdict;
    if (meant != null) {
      verdict = meant.answer(question);
    } else {
      Candidates candidates = new Candidates(question, rules, keys);
      Target[] variants = variants(question);
      meant = meant(candidates, variants);
      verdict = meant != null ? meant.answer(question) : absent(question, candidates, variants);
    }
    LinkReason broken = question.brokenBecause();
    if (broken == null) {
      return verdict;
    }
    String suggestion =
        meant != null && verdict.status() != LinkStatus.BROKEN
            ? meant.suggestion(question)
            : verdict.suggestion();
    return Verdict.of(broken).suggesting(suggestion);
  }

  /**
   * A path that a question may mean.
   *
   * @param there whether it is among the facts
   */
  public record Candidate(String path, boolean there) {}

  /**
   * The paths that a question may mean, in the order in which they are tried, to the one that is
   * there, which {@link #answer} judges. A folder's path ends in a slash.
   */
  public List<Candidate> candidates(LinkQuestion question) {
    Candidates candidates = new Candidates(question, rules, keys);
    List<Candidate> tried = new ArrayList<>();
    for (String path : candidates.inOrder()) {
      boolean there = byPath.containsKey(path);
      tried.add(new Candidate(path, there));
      if (there) {
        return tried;
      }
    }
    Target meant = meant(candidates, variants(question));
    if (meant != null && !meant.path.equals(candidates.folder())) {
      // An index document in other letter case.
      tried.add(new Candidate(meant.path, true));
    } else if (!rules.folderIndexRequired()) {
      tried.add(new Candidate(candidates.folder(), meant != null));
    }
    return tried;
  }

  private @Nullable Target named(LinkQuestion question) {
    return question.folderOnly() ? null : byPath.get(question.path());
  }

  private @Nullable Target meant(Candidates candidates, Target[] variants) {
    if (variants.length == 0) {
      // Whatever a question may mean has its key.
      return null;
    }
    for (String candidate : candidates.inOrder()) {
      Target target = byPath.get(candidate);
      if (target != null) {
        return target;
      }
    }
    // An index document in other letter case (Readme.md) serves its folder as well.
    for (Target variant : variants) {
      if (candidates.isIndexOfFolder(variant.path)) {
        return variant;
      }
    }
    return rules.folderIndexRequired() ? null : byPath.get(candidates.folder());
  }

  private Verdict absent(LinkQuestion question, Candidates candidates, Target[] variants) {
    Optional<Target> near = variant(variants, candidates, Folding::ofCase);
    LinkReason reason = near.isPresent() ? LinkReason.CASE_MISMATCH : LinkReason.MISSING_FILE;
    if (near.isEmpty()) {
      near =
          variant(variants, candidates, Folding::ofCaseAndForm)
              .or(() -> otherExtension(question, variants));
    }
    String asked = question.folderOnly() ? CorpusPath.ofFolder(question.path()) : question.path();
    return Verdict.of(reason, asked)
        .suggesting(near.map(target -> target.suggestion(question)).orElse(null));
  }

  /** The first variant that equals the first candidate possible, once both are folded. */
  private Optional<Target> variant(
      Target[] variants, Candidates candidates, UnaryOperator<String> folding) {
    if (variants.length == 0) {
      return Optional.empty();
    }
    String[] folded =
        Arrays.stream(variants).map(target -> folding.apply(target.path)).toArray(String[]::new);
    List<String> tried = new ArrayList<>(candidates.inOrder());
    if (!rules.folderIndexRequired()) {
      tried.add(candidates.folder());
    }
    for (String candidate : tried) {
      int found = Arrays.asList(folded).indexOf(folding.apply(candidate));
      if (found >= 0) {
        return Optional.of(variants[found]);
      }
    }
    return Optional.empty();
  }

  private Optional<Target> otherExtension(LinkQuestion question, Target[] variants) {
    String stem = keys.withoutExtension(question.path());
    Target best = null;
    for (Target variant : variants) {
      boolean suggested = !variant.folder || !rules.folderIndexRequired();
      if (suggested && (best == null || rank(variant, stem) < rank(best, stem))) {
        best = variant;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int rank(Target variant, String stem) {
    return (variant.path.startsWith(stem) ? 0 : 2) + (variant.folder ? 1 : 0);
  }

  private Target[] variants(LinkQuestion question) {
    return byKey.getOrDefault(keys.of(question.path()), Target.NONE);
  }

  private Target file(String path) {
    Target known = byPath.get(path);
    if (known != null) {
      return known;
    }
    Target file = new Target(path, false);
    byPath.put(path, file);
    keys.ofFile(path).forEach(key -> addVariant(key, file));
    return file;
  }

  /** Keeps the first {@link #MAX_VARIANTS} by path, whatever order they come in. */
  private void addVariant(String key, Target target) {
    Target[] before = byKey.getOrDefault(key, Target.NONE);
    int at = 0;
    while (at < before.length && before[at].path.compareTo(target.path) < 0) {
      at++;
    }
    if (at == MAX_VARIANTS) {
      return;
    }
    Target[] after = new Target[Math.min(MAX_VARIANTS, before.length + 1)];
    System.arraycopy(before, 0, after, 0, at);
    after[at] = target;
    System.arraycopy(before, at, after, at + 1, after.length - at - 1);
    byKey.put(key, after);
  }

  /** A file, or a folder, whose path ends in a slash. */
  private static final class Target {
    static final Target[] NONE = {};

    final String path;
    final boolean folder;
    boolean document;
    @Nullable Anchors anchors;

    Target(String path, boolean folder) {
      this.path = path;
      this.folder = folder;
    }

    Verdict answer(LinkQuestion question) {
      boolean lines = question.plain() && Anchors.isLines(question.fragment());
      if (Anchors.isTop(question.fragment()) || (document && lines)) {
        return Verdict.ok(path);
      }
      if (anchors != null) {
        return anchors.answer(path, question.fragment(), question.plain());
      }
      return Verdict.of(
          document ? LinkReason.ANCHOR_IN_UNREAD_DOCUMENT : LinkReason.ANCHOR_IN_OTHER_FILE, path);
    }

    String suggestion(LinkQuestion question) {
      if (anchors != null) {
        return anchors.suggestion(path, question.fragment());
      }
      return RelativeTarget.destination(
          path, Anchors.isTop(question.fragment()) ? null : question.fragment());
    }
  }
}
