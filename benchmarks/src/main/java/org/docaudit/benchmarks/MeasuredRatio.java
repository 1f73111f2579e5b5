package org.docaudit.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How often a native kernel does its work in the time of Java's.
 *
 * @param kernel name of the {@link Kernel}
 * @param documents that a pass goes over
 * @param bytes of them together
 * @param java the fastest Java side
 * @param javaMillis CPU time of its shortest pass
 * @param nativeMillis the same of the native side
 * @param ratio {@code javaMillis / nativeMillis}
 */
record MeasuredRatio(
    @JsonProperty("kernel") String kernel,
    @JsonProperty("documents") int documents,
    @JsonProperty("bytes") long bytes,
    @JsonProperty("java") String java,
    @JsonProperty("java_ms") double javaMillis,
    @JsonProperty("native_ms") double nativeMillis,
    @JsonProperty("ratio") double ratio) {}
