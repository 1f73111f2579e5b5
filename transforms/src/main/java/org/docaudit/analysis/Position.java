package org.docaudit.analysis;

import java.io.Serializable;

/**
 * A place in a document.
 *
 * @param line 1-based
 * @param column 1-based, in Unicode code points
 * @param byteOffset 0-based offset in the document's bytes (a byte-order mark included)
 */
public record Position(int line, int column, long byteOffset) implements Serializable {}
