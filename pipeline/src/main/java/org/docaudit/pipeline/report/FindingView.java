package org.docaudit.pipeline.report;

import org.docaudit.model.Severity;

/**
 * A row of the findings table, of which no more is read than is asked for. Only to be asked until
 * the next row is gone to; {@link #row} is what can be kept. Where a value cannot be read, {@link
 * java.io.UncheckedIOException} says so.
 */
public interface FindingView {

  String path();

  /** The severity in force. */
  Severity severityInForce();

  String fingerprint();

  /** All of it. */
  FindingRow row();
}
