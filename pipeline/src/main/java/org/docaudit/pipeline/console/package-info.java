/** What people see while an audit runs and at its end. */
package org.docaudit.pipeline.console;
