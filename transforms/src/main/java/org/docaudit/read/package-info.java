/**
 * Finding and reading documents: lists the corpora before the job runs, says for every file whether
 * it is audited and by which rule not, cuts the listing into batches, and reads single documents.
 *
 * <p>{@link org.docaudit.read.CorpusLister} lists, {@link org.docaudit.read.BatchPlanner} cuts, and
 * {@link org.docaudit.read.DocumentReader} reads. Nothing here depends on a runner.
 */
package org.docaudit.read;
