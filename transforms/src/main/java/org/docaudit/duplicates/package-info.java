/** Documents with the same bytes, and the digest of the corpus. */
package org.docaudit.duplicates;
