/**
 * The native kernel against Java: the same documents, in memory, on one thread.
 *
 * <p>{@link org.docaudit.benchmarks.Kernel} says what is measured. {@link
 * org.docaudit.benchmarks.KernelBenchmark} measures it with JMH, a process for each side; {@link
 * org.docaudit.benchmarks.KernelRatios} measures both sides in turn in one process, which other
 * work on the machine disturbs less, and compares the ratios with recorded ones.
 */
package org.docaudit.benchmarks;
