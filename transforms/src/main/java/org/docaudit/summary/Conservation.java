package org.docaudit.summary;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.model.LinkStatus;

/**
 * The proof that nothing was lost: what went into a step came out of it, counted on both sides by
 * the step itself.
 */
public final class Conservation {

  /**
   * One equation.
   *
   * @param name what is conserved
   * @param expected how many went in
   * @param actual how many came out
   */
  public record Balance(String name, long expected, long actual) {
    public boolean holds() {
      return expected == actual;
    }
  }

  private Conservation() {}

  /**
   * Every balance of a run.
   *
   * @param listed documents that were found, and what the listing could not read
   * @param skipped those of them that a rule left out
   * @param unlisted what the listing could not read, such as a folder
   */
  public static List<Balance> balances(
      long listed, long skipped, long unlisted, CorpusTotals totals) {
    List<Balance> balances = new ArrayList<>();
    balances.add(
        new Balance(
            "documents listed = analyzed + failed + skipped",
            listed,
            totals.get(Flow.DOCUMENTS_ANALYZED) + totals.get(Flow.DOCUMENTS_FAILED) + skipped));
    balances.add(
        new Balance(
            "documents listed = read + skipped + unlisted",
            listed,
            totals.get(Flow.DOCUMENTS_READ) + skipped + unlisted));
    ReuseTotals reuse = totals.reuse();
    if (reuse.documents().isEmpty()) {
      balances.add(
          new Balance(
              "documents parsed by an engine = analyzed",
              totals.engines().documents(),
              totals.get(Flow.DOCUMENTS_ANALYZED)));
    } else {
      balances.add(
          new Balance(
              "documents listed = kept + read + skipped + unlisted",
              listed,
              reuse.kept() + reuse.read() + skipped + unlisted));
      balances.add(
          new Balance(
              "documents parsed by an engine + kept = analyzed + verified",
              totals.engines().documents() + reuse.kept(),
              totals.get(Flow.DOCUMENTS_ANALYZED) + reuse.verified()));
    }
    ShadowTotals shadow = totals.engines().shadow();
    balances.add(
        new Balance(
            "documents sampled = compared + read by java alone",
            shadow.sampled(),
            shadow.compared() + shadow.uncompared()));
    long judged = 0;
    for (LinkStatus status : LinkStatus.values()) {
      judged += totals.links(status);
    }
    balances.add(
        new Balance(
            "links found = ok + broken + unchecked + ignored",
            totals.get(Flow.LINKS_FOUND),
            judged));
    balances.add(
        new Balance(
            "questions asked = answered",
            totals.get(Flow.QUESTIONS_ASKED),
            totals.get(Flow.QUESTIONS_ANSWERED)));
    balances.add(
        new Balance(
            "word occurrences tallied = counted",
            totals.get(Flow.WORDS_TALLIED),
            totals.get(Flow.WORDS_COUNTED)));
    balances.add(
        new Balance(
            "hashes sent = compared",
            totals.get(Flow.HASHES_SENT),
            totals.get(Flow.HASHES_COMPARED)));
    return balances;
  }

  /** The balances that do not hold; empty where nothing was lost. */
  public static List<Balance> leaks(List<Balance> balances) {
    return balances.stream().filter(balance -> !balance.holds()).toList();
  }
}
