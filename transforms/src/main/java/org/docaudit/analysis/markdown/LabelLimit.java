package org.docaudit.analysis.markdown;

import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/**
 * Finds no definition for labels longer than CommonMark's 999 characters, of which there are none,
 * without normalizing them: nested {@code ![…]} would make that quadratic with a large constant.
 */
final class LabelLimit implements InlineParserContext {

  static final int MAX_LABEL = 999;

  private final InlineParserContext context;

  LabelLimit(InlineParserContext context) {
    this.context = context;
  }

  @Override
  public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
    return context.getCustomInlineContentParserFactories();
  }

  @Override
  public List<DelimiterProcessor> getCustomDelimiterProcessors() {
    return context.getCustomDelimiterProcessors();
  }

  @Override
  public List<LinkProcessor> getCustomLinkProcessors() {
    return context.getCustomLinkProcessors();
  }

  @Override
  public Set<Character> getCustomLinkMarkers() {
    return context.getCustomLinkMarkers();
  }

  @Override
  public int getMaxInlineNesting() {
    return context.getMaxInlineNesting();
  }

  @Override
  @Deprecated
  public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
    return label.length() > MAX_LABEL ? null : context.getLinkReferenceDefinition(label);
  }

  @Override
  public <D> @Nullable D getDefinition(Class<D> type, String label) {
    return label.length() > MAX_LABEL ? null : context.getDefinition(type, label);
  }
}
