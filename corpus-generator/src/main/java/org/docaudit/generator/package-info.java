/** Makes corpora of any size, the same bytes on every machine. */
package org.docaudit.generator;
