/** Tables and files of a report: their schemas, their writers, and how a folder is replaced. */
package org.docaudit.pipeline.report;
