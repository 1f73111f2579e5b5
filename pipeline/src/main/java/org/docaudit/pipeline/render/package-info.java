/** What people and other tools read of a report, made of its tables and {@code summary.json}. */
package org.docaudit.pipeline.render;
