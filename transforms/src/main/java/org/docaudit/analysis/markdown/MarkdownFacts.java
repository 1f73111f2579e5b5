package org.docaudit.analysis.markdown;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;

/**
 * What a document's Markdown says, each list in the order of the source.
 *
 * @param anchorIds {@code id} and {@code name} of raw HTML elements, each once
 * @param proseWords words that a reader sees as prose, counted by {@link
 *     org.docaudit.analysis.text.ProseWords}
 * @param limitFinding why the document was not read, or null; all other facts are empty then
 */
public record MarkdownFacts(
    List<ParsedHeading> headings,
    List<ParsedLink> links,
    List<String> anchorIds,
    List<Directive> directives,
    List<UndefinedReference> undefinedReferences,
    long proseWords,
    @Nullable Finding limitFinding) {

  public MarkdownFacts {
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    anchorIds = List.copyOf(anchorIds);
    directives = List.copyOf(directives);
    undefinedReferences = List.copyOf(undefinedReferences);
  }

  /** The facts of a document that was not read. */
  static MarkdownFacts unread(Finding finding) {
    return new MarkdownFacts(List.of(), List.of(), List.of(), List.of(), List.of(), 0, finding);
  }
}
