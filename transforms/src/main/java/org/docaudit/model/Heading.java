package org.docaudit.model;

import java.io.Serializable;

/**
 * A heading.
 *
 * @param level 1 to 6
 * @param text as a reader sees it, white space folded
 * @param line 1-based
 * @param anchor by GitHub's rules or as written in {@code {#id}}, without {@code #}
 */
public record Heading(int level, String text, int line, String anchor) implements Serializable {}
