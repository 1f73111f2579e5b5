/**
 * What one document is, free of Beam: the interface of the engines, the Java engine, the rules that
 * both engines share, and the limits.
 */
package org.docaudit.analysis;
