/** docaudit on Beam's FlinkRunner, embedded or on a cluster: packaging and configuration. */
package org.docaudit.runner.flink;
