/** Frontmatter rules that need the whole corpus. */
package org.docaudit.frontmatter;
