package org.docaudit.read;

import java.util.Locale;

/** Which kind of rule leaves a document out. */
public enum SkipReason {
  /** Its name, or a folder's above it, begins with a dot. */
  HIDDEN("hidden"),
  /** A {@code .gitignore} file or {@code .git/info/exclude}. */
  GITIGNORE("left out by .gitignore"),
  /** A {@code .docauditignore} file. */
  DOCAUDITIGNORE("left out by .docauditignore"),
  /** A pattern of {@link ListingOptions#exclude}. */
  EXCLUDED("excluded"),
  /** There are {@link ListingOptions#include} patterns and none matches. */
  NOT_INCLUDED("not included"),
  /** The corpus was given as files or a glob, and it is none of those. */
  NOT_SELECTED("not selected"),
  /** A symbolic link that leads out of the corpus. */
  SYMLINK_OUTSIDE("a symbolic link out of the corpus"),
  /** It lies in a report that docaudit wrote. */
  REPORT("in a report of docaudit");

  private final String phrase;

  SkipReason(String phrase) {
    this.phrase = phrase;
  }

  /** The name as it stands in reports, such as {@code not-included}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A phrase for messages, such as {@code left out by .gitignore}. */
  public String phrase() {
    return phrase;
  }
}
