/**
 * docaudit: audits very large corpora of Markdown documents on Apache Beam.
 *
 * <p>Packages are named after the steps of the data's way: {@code read}, {@code analyze}, {@code
 * links}, {@code words}, {@code duplicates}, {@code frontmatter}, {@code summary}. {@code model}
 * holds the values that travel between them, {@code analysis} the Beam-free analysis of one
 * document.
 */
package org.docaudit;
