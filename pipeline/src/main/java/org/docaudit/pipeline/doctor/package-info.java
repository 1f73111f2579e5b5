/** Whether the engines work on this machine, how fast, and whether they agree. */
package org.docaudit.pipeline.doctor;
