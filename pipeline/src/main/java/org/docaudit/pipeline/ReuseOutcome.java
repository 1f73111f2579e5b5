package org.docaudit.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.docaudit.reuse.ReadReason;
import org.docaudit.summary.ReuseTotals;

/** What there is to say of kept facts once a job has ended, in words. */
final class ReuseOutcome {

  private ReuseOutcome() {}

  /** Why the run is incomplete although nothing was lost, or empty where it is not. */
  static Optional<String> problem(ReuseTotals totals) {
    if (totals.differences() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        ("the facts kept of %s are not those of its bytes (%d of %d documents of the sample);"
                + " audit once without --incremental and --resume")
            .formatted(totals.differing().get(0), totals.differences(), totals.verified()));
  }

  /** What the user should know; one sentence each. */
  static List<String> notes(EarlierFacts earlier, ReuseTotals totals) {
    List<String> notes = new ArrayList<>();
    String reasons =
        totals.documents().entrySet().stream()
            .filter(entry -> entry.getKey() != ReadReason.UNCHANGED)
            .map(ReuseOutcome::counted)
            .collect(Collectors.joining(", "));
    notes.add(
        "kept the facts of %d documents, read %d%s"
            .formatted(
                totals.kept(), totals.read(), reasons.isEmpty() ? "" : " (" + reasons + ")"));
    earlier.note().ifPresent(notes::add);
    if (!totals.damaged().isEmpty()) {
      notes.add(
          "%d files of kept facts are damaged, such as %s; their documents were read"
              .formatted(totals.damaged().size(), totals.damaged().get(0)));
    }
    return notes;
  }

  private static String counted(Map.Entry<ReadReason, Long> entry) {
    return entry.getKey().id() + " " + entry.getValue();
  }
}
