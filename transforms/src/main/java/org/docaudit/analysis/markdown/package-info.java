/**
 * What a document's Markdown says: headings, links, anchors, suppression comments and prose, by
 * CommonMark with GFM's tables, footnotes and bare URLs.
 *
 * <p>The tree comes from a CommonMark parser; every rule beyond it is defined on source text and
 * CommonMark structure, in a class of its own ({@link org.docaudit.analysis.markdown.BareUrls},
 * {@link org.docaudit.analysis.markdown.HtmlTags}, …), so that another engine can give the same
 * facts.
 */
package org.docaudit.analysis.markdown;
