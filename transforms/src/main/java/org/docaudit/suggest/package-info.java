/** Nearest known names for misspelt ones, wherever a message can offer one. */
package org.docaudit.suggest;
