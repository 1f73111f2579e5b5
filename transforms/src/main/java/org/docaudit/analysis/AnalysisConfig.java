package org.docaudit.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;

/**
 * What the workers must know of the configuration; immutable, valid, and serialized with the job.
 *
 * @param limits bounds on hostile input
 * @param engine {@code auto}, {@code native} or {@code java}
 * @param shadowSample the share of the documents, 0 to 1, that both engines read for comparison
 * @param schemas in order; the first whose globs match a document decides
 * @param uniqueFields frontmatter fields whose values must differ across the corpus
 * @param siteRoots where targets with a leading {@code /} are looked for, in order; corpus paths,
 *     {@code /} is the corpus root
 * @param ignorePatterns regular expressions (RE2 syntax); a link whose target as written contains a
 *     match of one is ignored
 * @param folderIndexRequired whether a link to a folder is broken where the folder has no index
 * @param documentExtensions endings of documents, lower case, without the dot
 * @param severities the severity in force of every rule; a rule that is absent is switched off
 */
public record AnalysisConfig(
    Limits limits,
    String engine,
    double shadowSample,
    List<SchemaRule> schemas,
    List<String> uniqueFields,
    List<String> siteRoots,
    List<String> ignorePatterns,
    boolean folderIndexRequired,
    List<String> documentExtensions,
    Map<Rule, Severity> severities)
    implements Serializable {

  /** What holds without configuration. */
  public static final AnalysisConfig DEFAULT =
      new AnalysisConfig(
          Limits.DEFAULT,
          "auto",
          0,
          List.of(),
          List.of(),
          List.of("/"),
          List.of(),
          false,
          List.of("md", "markdown", "mdx"),
          defaultSeverities());

  public AnalysisConfig {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(engine, "engine");
    schemas = List.copyOf(schemas);
    uniqueFields = List.copyOf(uniqueFields);
    siteRoots = List.copyOf(siteRoots);
    ignorePatterns = List.copyOf(ignorePatterns);
    documentExtensions = List.copyOf(documentExtensions);
    // An EnumMap, unlike Map.copyOf, has the same order in every JVM.
    EnumMap<Rule, Severity> ordered = new EnumMap<>(Rule.class);
    ordered.putAll(severities);
    severities = Collections.unmodifiableMap(ordered);
  }

  /** The severity in force, or empty where the rule is switched off. */
  public Optional<Severity> severityOf(Rule rule) {
    return Optional.ofNullable(severities.get(rule));
  }

  /** Every rule with the severity it has unless the configuration says otherwise. */
  public static Map<Rule, Severity> defaultSeverities() {
    return Arrays.stream(Rule.values())
        .collect(Collectors.toMap(Function.identity(), Rule::defaultSeverity));
  }
}
