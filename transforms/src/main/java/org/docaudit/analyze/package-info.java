/** Reads and analyzes the documents of a batch; their content goes no further than this. */
package org.docaudit.analyze;
