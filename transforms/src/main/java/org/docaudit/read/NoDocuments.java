package org.docaudit.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says why a corpus holds no document, so that the user sees what to change. */
final class NoDocuments {
  private NoDocuments() {}

  static String message(
      String given, ListingCounts counts, List<ListedFile> files, ListingOptions options) {
    StringBuilder text = new StringBuilder("the corpus '" + given + "' holds no document");
    if (counts.allSkipped() == 0) {
      text.append(": no file in it ends in ").append(options.extensionList());
    } else {
      text.append(" to audit: of ").append(counts.allSkipped());
      text.append(" that end in ").append(options.extensionList()).append(", ");
      List<String> reasons = new ArrayList<>();
      counts.skipped().forEach((reason, n) -> reasons.add(reason(reason, n, files)));
      text.append(String.join(", ", reasons));
    }
    return text.append("; ").append(counts.others()).append(" other files").toString();
  }

  /** Such as {@code 3 left out by .gitignore (.gitignore:2: *.md)}, with the first one's rule. */
  private static String reason(SkipReason reason, long count, List<ListedFile> files) {
    Optional<String> rule =
        files.stream()
            .map(ListedFile::skip)
            .filter(skip -> skip != null && skip.reason() == reason)
            .map(Skip::rule)
            .filter(Objects::nonNull)
            .findFirst();
    return count + " " + reason.phrase() + rule.map(r -> " (" + r + ")").orElse("");
  }
}
