package org.docaudit.analysis.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.Position;
import org.docaudit.analysis.text.ProseWords;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.LinkSyntax;

/** Gathers the facts of one document; for one thread. Indices are into the document's text. */
final class FactCollector {

  /** A link whose text may still be to come. */
  static final class LinkDraft {
    private final int index;
    private final String target;
    private final LinkSyntax syntax;
    private String text = "";

    private LinkDraft(int index, String target, LinkSyntax syntax) {
      this.index = index;
      this.target = target;
      this.syntax = syntax;
    }
  }

  private final SourceText source;
  private final int base;
  private final ProseWords prose = new ProseWords();
  private final List<ParsedHeading> headings = new ArrayList<>();
  private final List<LinkDraft> links = new ArrayList<>();
  private final Set<String> anchorIds = new LinkedHashSet<>();
  private final List<Directive> directives = new ArrayList<>();
  private final List<UndefinedReference> undefinedReferences = new ArrayList<>();
  private long linkCharactersLeft;

  /**
   * @param base index of the first character that was given to the parser
   */
  FactCollector(SourceText source, int base, ComplexityLimits limits) {
    this.source = source;
    this.base = base;
    linkCharactersLeft = limits.maxLinkCharacters();
  }

  ProseWords prose() {
    return prose;
  }

  void heading(int level, CharSequence text, @Nullable String id, int index) {
    String anchorText = VisibleText.wellFormed(text.toString());
    headings.add(
        new ParsedHeading(level, VisibleText.fold(text), anchorText, id, source.position(index)));
  }

  /** Takes up a link at its place in the order; its text follows, if there is one. */
  LinkDraft link(int index, String target, LinkSyntax syntax) {
    charge(target.length(), index);
    LinkDraft draft = new LinkDraft(index, VisibleText.wellFormed(target), syntax);
    links.add(draft);
    return draft;
  }

  void linkText(LinkDraft draft, CharSequence text) {
    charge(text.length(), draft.index);
    draft.text = VisibleText.fold(text);
  }

  void anchorId(String id) {
    if (!id.isEmpty()) {
      anchorIds.add(VisibleText.wellFormed(id));
    }
  }

  void comment(String content, int start, int last) {
    if (!content.contains(DirectiveComments.PREFIX)) {
      return;
    }
    Position position = source.position(start);
    Directive directive = DirectiveComments.parse(content, position, source.lineOf(last));
    if (directive != null) {
      directives.add(directive);
    }
  }

  void undefinedReference(int index, String label) {
    undefinedReferences.add(new UndefinedReference(source.position(index), label));
  }

  MarkdownFacts facts() {
    List<ParsedLink> parsed = new ArrayList<>(links.size());
    for (LinkDraft link : links) {
      parsed.add(new ParsedLink(source.position(link.index), link.text, link.target, link.syntax));
    }
    return new MarkdownFacts(
        headings,
        parsed,
        List.copyOf(anchorIds),
        directives,
        undefinedReferences,
        prose.count(),
        null);
  }

  private void charge(int characters, int index) {
    linkCharactersLeft -= characters;
    if (linkCharactersLeft < 0) {
      throw new TooComplexException("characters of link targets and texts", index - base);
    }
  }
}
