package org.docaudit.read;

import java.io.Serializable;
import org.docaudit.container.ContainerFormat;
import org.docaudit.container.FieldNames;

/**
 * How a corpus is packed.
 *
 * @param fields of path and text, as they are named in it; of no account for archives
 */
public record PackedCorpus(ContainerFormat format, FieldNames fields) implements Serializable {}
