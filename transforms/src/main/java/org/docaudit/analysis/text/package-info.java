/**
 * Characters, lines and words of a document: decoding, positions, word counts and word frequencies.
 *
 * <p>Everything here depends on one pinned version of Unicode ({@link
 * org.docaudit.analysis.text.UnicodeTables}), never on the Java runtime's: letters and white space
 * would otherwise differ between Java versions and other implementations of the same rules.
 */
package org.docaudit.analysis.text;
