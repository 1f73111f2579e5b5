/** Why an audit said what it said of one link or field, from the tables of its report. */
package org.docaudit.pipeline.explain;
