/**
 * The native kernel: documents in, a packed record out. Knows neither Beam nor what an audit is;
 * the record's format is written down in the kernel's module {@code record}.
 */
package org.docaudit.nativeudf;
