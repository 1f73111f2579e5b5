package org.docaudit.read;

/**
 * The compiled form of the rules in {@link ListingOptions}.
 *
 * @param includeAll whether no include pattern was given; not the same as an empty list, which a
 *     malformed pattern leaves
 */
record ListingRules(
    boolean includeAll,
    PatternList include,
    PatternList exclude,
    boolean obeyIgnoreFiles,
    boolean hidden) {

  static ListingRules of(ListingOptions options) {
    return new ListingRules(
        options.include().isEmpty(),
        PatternList.ofOption("--include", options.include(), SkipReason.NOT_INCLUDED),
        PatternList.ofOption("--exclude", options.exclude(), SkipReason.EXCLUDED),
        options.obeyIgnoreFiles(),
        options.hidden());
  }
}
