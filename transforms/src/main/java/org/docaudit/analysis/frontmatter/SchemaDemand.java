package org.docaudit.analysis.frontmatter;

/**
 * What one place of a schema says of a field at the top of frontmatter.
 *
 * @param field its name
 * @param pointer the place, as a JSON pointer (RFC 6901) behind {@code #}
 * @param line the place's line in the schema's text, from 1
 * @param column its column, from 1, in code points
 * @param text the schema of the field there as compact JSON, or that the field is required
 */
public record SchemaDemand(String field, String pointer, int line, int column, String text) {}
