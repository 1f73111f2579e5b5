/** The configuration file {@code docaudit.yaml}: strictly read, every error with its place. */
package org.docaudit.pipeline.config;
