/** Totals of an audit, merged from the parts that each step gives. */
package org.docaudit.summary;
