/** Word frequencies of the whole corpus. */
package org.docaudit.words;
