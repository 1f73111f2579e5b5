package org.docaudit.links;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.suggest.SortedNames;

/**
 * The anchors of one document. Work is put off until an anchor is asked for, as most documents'
 * anchors never are. Not thread-safe.
 */
public final class Anchors {
  /** GitHub puts this before every {@code id} that an author wrote, and accepts links with it. */
  private static final String GITHUB_PREFIX = "user-content-";

  /** So many anchors are looked through one by one, which costs less than to sort them. */
  private static final int FEW = 64;

  private @Nullable Collection<String> unsorted;
  private @Nullable SortedNames sorted;

  private Anchors(Collection<String> anchors) {
    this.unsorted = anchors;
  }

  /** Anchors of headings and of HTML elements, in any order; duplicates do no harm. */
  public static Anchors of(Collection<String> anchors) {
    return new Anchors(List.copyOf(anchors));
  }

  /**
   * The verdict on a link to a fragment of the document. A fragment that is empty or {@code top}
   * means the top of any page (HTML Standard, "scrolling to a fragment").
   *
   * @param documentPath the document whose anchors these are
   * @param fragment decoded, or null
   * @param plain whether line anchors ({@code L10-L12}) of the document's source are meant
   */
  public Verdict answer(String documentPath, @Nullable String fragment, boolean plain) {
    if (isTop(fragment) || (plain && isLines(fragment)) || has(fragment)) {
      return Verdict.ok(documentPath);
    }
    Optional<String> otherCase = names().inAnyCase(fragment);
    LinkReason reason =
        otherCase.isPresent() ? LinkReason.CASE_MISMATCH : LinkReason.MISSING_ANCHOR;
    return Verdict.of(reason, documentPath)
        .suggesting(
            otherCase
                .or(() -> names().nearest(fragment))
                .map(anchor -> RelativeTarget.destination(documentPath, anchor))
                .orElse(null));
  }

  /**
   * What to suggest to a link that meant this document by another path, as {@link
   * RelativeTarget#destination}.
   */
  String suggestion(String documentPath, @Nullable String fragment) {
    if (isTop(fragment)) {
      return RelativeTarget.destination(documentPath, null);
    }
    return RelativeTarget.destination(
        documentPath, has(fragment) ? fragment : names().nearest(fragment).orElse(null));
  }

  /** Whether a fragment is on every page. */
  static boolean isTop(@Nullable String fragment) {
    return fragment == null || fragment.isEmpty() || fragment.equalsIgnoreCase("top");
  }

  private boolean has(String fragment) {
    return contains(fragment)
        || (fragment.startsWith(GITHUB_PREFIX)
            && contains(fragment.substring(GITHUB_PREFIX.length())));
  }

  private boolean contains(String anchor) {
    Collection<String> few = unsorted;
    if (few != null && few.size() <= FEW) {
      return few.contains(anchor);
    }
    return names().contains(anchor);
  }

  /** Whether a fragment means lines of a file that GitHub shows as source. */
  static boolean isLines(@Nullable String fragment) {
    return fragment != null && fragment.matches("L\\d+(C\\d+)?(-L\\d+(C\\d+)?)?");
  }

  private SortedNames names() {
    if (sorted == null) {
      sorted = SortedNames.of(unsorted == null ? List.of() : unsorted);
      unsorted = null;
    }
    return sorted;
  }
}
