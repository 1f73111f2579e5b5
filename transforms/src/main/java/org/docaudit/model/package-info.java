/** Immutable values that travel between the steps of an audit. */
package org.docaudit.model;
