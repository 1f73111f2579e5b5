package org.docaudit.analysis.markdown;

import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.markdown.FactCollector.LinkDraft;
import org.docaudit.analysis.markdown.HtmlTags.Attribute;
import org.docaudit.analysis.markdown.HtmlTags.StartTag;
import org.docaudit.model.LinkSyntax;

/**
 * What raw HTML elements mean within one block, an HTML block or a paragraph with tags: links,
 * anchors, and which text is code or a link's.
 *
 * <p>Every {@code href} and {@code src} is a link. Every {@code id} is an anchor, and every {@code
 * name} but those of form fields and metadata. The text of an {@code a} ends at its end tag or,
 * since they do not nest, at the next {@code a}.
 */
final class HtmlElements {

  private static final Set<String> NAMED_OTHERWISE =
      Set.of(
          "button",
          "details",
          "fieldset",
          "form",
          "input",
          "meta",
          "object",
          "output",
          "param",
          "select",
          "slot",
          "textarea");

  /** Elements within a line, which end no word. */
  private static final Set<String> PHRASING =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
          "sup", "time", "tt", "u", "var", "wbr");

  private final FactCollector facts;

  /** Text of the block so far as links carry it, images' alternative text included. */
  private final StringBuilder labels = new StringBuilder();

  private boolean inAnchor;
  private @Nullable LinkDraft anchor;
  private int anchorText;
  private int code;

  HtmlElements(FactCollector facts) {
    this.facts = facts;
  }

  StringBuilder labels() {
    return labels;
  }

  boolean inAnchor() {
    return inAnchor;
  }

  /** Whether text here is within {@code code} or {@code pre}. */
  boolean inCode() {
    return code > 0;
  }

  void startTag(StartTag tag, int index) {
    String name = tag.name();
    if (!PHRASING.contains(name)) {
      facts.prose().boundary();
    }
    if (name.equals("a")) {
      endAnchor();
      inAnchor = !tag.selfClosing();
      anchorText = labels.length();
    } else if (isCode(name) && !tag.selfClosing()) {
      facts.prose().boundary();
      code++;
    }
    String alternative = name.equals("img") ? tag.value("alt") : null;
    for (Attribute attribute : tag.attributes()) {
      String value = attribute.value();
      if (value == null) {
        continue;
      }
      switch (attribute.name()) {
        case "id" -> facts.anchorId(value);
        case "name" -> {
          if (!NAMED_OTHERWISE.contains(name)) {
            facts.anchorId(value);
          }
        }
        case "href", "src" -> link(name, value, alternative, index);
        default -> {}
      }
    }
    if (alternative != null) {
      labels.append(alternative);
    }
  }

  private void link(String element, String value, @Nullable String alternative, int index) {
    LinkDraft draft = facts.link(index, value.strip(), LinkSyntax.HTML);
    if (alternative != null) {
      facts.linkText(draft, alternative);
    } else if (element.equals("a") && inAnchor) {
      anchor = draft;
    }
  }

  void endTag(String name) {
    if (!PHRASING.contains(name)) {
      facts.prose().boundary();
    }
    if (name.equals("a")) {
      endAnchor();
    } else if (isCode(name) && code > 0) {
      facts.prose().boundary();
      code--;
    }
  }

  private void endAnchor() {
    if (anchor != null) {
      facts.linkText(anchor, labels.substring(anchorText));
    }
    anchor = null;
    inAnchor = false;
  }

  private static boolean isCode(String name) {
    return name.equals("code") || name.equals("pre");
  }
}
