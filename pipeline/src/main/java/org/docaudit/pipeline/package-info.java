/**
 * Composes the audit: command line, configuration, the job, exit codes. Names no runner.
 *
 * <p>{@code config} reads the configuration file, {@code console} is what people see; neither knows
 * this package.
 */
package org.docaudit.pipeline;
