/**
 * Facts of documents that a run keeps for the next one: files of a batch each, written as batches
 * are done, and what decides whether a document's facts still hold.
 */
package org.docaudit.reuse;
