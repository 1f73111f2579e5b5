package org.docaudit.analysis.markdown;

import org.docaudit.analysis.Position;

/**
 * A reference that is written as one, {@code [text][label]} or {@code [label][]}, without a
 * definition of its label.
 *
 * @param position of the first character, {@code [} or {@code !}
 * @param label as written, white space folded
 */
public record UndefinedReference(Position position, String label) {}
