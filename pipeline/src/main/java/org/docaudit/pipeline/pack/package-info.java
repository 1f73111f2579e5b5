/** {@code docaudit pack}: a corpus as one file. */
package org.docaudit.pipeline.pack;
