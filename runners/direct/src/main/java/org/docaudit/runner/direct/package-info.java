/** docaudit on Beam's DirectRunner: packaging and configuration, no audit logic. */
package org.docaudit.runner.direct;
