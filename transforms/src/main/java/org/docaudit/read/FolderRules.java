package org.docaudit.read;

import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Decides which documents of one folder are left out, from the folder above and the ignore files in
 * it. Immutable.
 *
 * <p>A folder that is left out takes everything in it along, as in git: nothing below can be taken
 * in again. Ignore files deeper down override those above, and in one folder {@code
 * .docauditignore} overrides {@code .gitignore}.
 */
final class FolderRules {
  static final String GITIGNORE = ".gitignore";
  static final String DOCAUDITIGNORE = ".docauditignore";

  private final ListingRules options;

  /** Path of the folder for matching: empty or with {@code /} at its end. */
  private final String path;

  /** Index in {@link #path} where the corpus begins: behind the folders of the repository above. */
  private final int corpus;

  private final @Nullable RuleScope scope;
  private final @Nullable Skip inherited;
  private final boolean included;

  private FolderRules(
      ListingRules options,
      String path,
      int corpus,
      @Nullable RuleScope scope,
      @Nullable Skip inherited,
      boolean included) {
    this.options = options;
    this.path = path;
    this.corpus = corpus;
    this.scope = scope;
    this.inherited = inherited;
    this.included = included;
  }

  /**
   * The rules of a corpus' root.
   *
   * @param above path from the repository's top to the root, empty or with {@code /} at its end
   * @param scope of the ignore files above the root
   */
  static FolderRules ofRoot(ListingRules options, String above, @Nullable RuleScope scope) {
    return new FolderRules(options, above, above.length(), scope, null, options.includeAll());
  }

  /** Whether ignore files in this folder can still change anything. */
  boolean wantsIgnoreFiles() {
    return options.obeyIgnoreFiles() && inherited == null;
  }

  /**
   * The same folder with its ignore files.
   *
   * @param content gives the bytes of the file of this name in the folder, or null
   */
  FolderRules withIgnoreFiles(Function<String, byte @Nullable []> content) {
    RuleScope inner = within(scope, GITIGNORE, content, SkipReason.GITIGNORE);
    inner = within(inner, DOCAUDITIGNORE, content, SkipReason.DOCAUDITIGNORE);
    return new FolderRules(options, path, corpus, inner, inherited, included);
  }

  private @Nullable RuleScope within(
      @Nullable RuleScope outer,
      String file,
      Function<String, byte @Nullable []> content,
      SkipReason reason) {
    byte[] bytes = content.apply(file);
    return bytes == null
        ? outer
        : RuleScope.within(outer, PatternList.ofFile(path + file, bytes, reason), path.length());
  }

  /** The rules of the same folder, known to be one that docaudit wrote. */
  FolderRules inReport() {
    return new FolderRules(options, path, corpus, scope, Skip.REPORT, included);
  }

  /** Whether the folder is one that docaudit wrote, or lies in one. */
  boolean areOfReport() {
    return Skip.REPORT.equals(inherited);
  }

  /** The rules of a folder in this one. */
  FolderRules child(String name) {
    return new FolderRules(
        options,
        path + name + "/",
        corpus,
        scope,
        inherited != null ? inherited : leftOut(name, true),
        included || includes(name, true));
  }

  /** Why a document in this folder is left out, or null. */
  @Nullable Skip skip(String name) {
    if (inherited != null) {
      return inherited;
    }
    Skip skip = leftOut(name, false);
    return skip != null || included || includes(name, false) ? skip : Skip.NOT_INCLUDED;
  }

  private @Nullable Skip leftOut(String name, boolean folder) {
    if (!options.hidden() && name.startsWith(".")) {
      return Skip.HIDDEN;
    }
    if (scope == null && options.exclude().isEmpty()) {
      return null;
    }
    String full = path + name;
    Skip ignored = RuleScope.skip(scope, full, path.length(), folder);
    if (ignored != null) {
      return ignored;
    }
    GlobPattern excluded = options.exclude().lastMatch(full, corpus, path.length(), folder);
    return excluded == null || excluded.negated() ? null : excluded.skip();
  }

  private boolean includes(String name, boolean folder) {
    GlobPattern match = options.include().lastMatch(path + name, corpus, path.length(), folder);
    return match != null && !match.negated();
  }
}
