/**
 * Frontmatter: where it stands in a document, what it says, with the position of every key and
 * value, and whether it fits a JSON Schema.
 *
 * <p>The order is {@link org.docaudit.analysis.frontmatter.FrontmatterScanner} (which characters
 * are frontmatter), {@link org.docaudit.analysis.frontmatter.FrontmatterReader} (a typed tree and
 * findings), {@link org.docaudit.analysis.frontmatter.SchemaValidator} (findings of a schema). All
 * of it is thread-safe, linear in its input, never recurses deeper than {@link
 * org.docaudit.analysis.Limits#maxFrontmatterDepth} and throws on no document.
 */
package org.docaudit.analysis.frontmatter;
