/**
 * Two runs over one corpus side by side, on the client, from their tables alone: which documents
 * and findings came, went or stayed, which links broke, and why.
 */
package org.docaudit.pipeline.compare;
