/** The packed bytes in which facts and pieces of buckets travel between workers. */
package org.docaudit.pack;
