/** Where everything that is known of a document meets again. */
package org.docaudit.assemble;
