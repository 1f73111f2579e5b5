package org.docaudit.pipeline.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.container.FieldNames;
import org.docaudit.model.Rule;
import org.docaudit.model.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads {@code docaudit.yaml} strictly: unknown or repeated keys, values of another type and values
 * that cannot work are errors with file, line and column. {@code pipeline/docs/configuration.md}
 * describes every key.
 */
public final class ConfigFileReader {
  private static final List<Optional<Severity>> SEVERITIES =
      List.of(
          Optional.of(Severity.ERROR),
          Optional.of(Severity.WARNING),
          Optional.of(Severity.INFO),
          Optional.empty());
  private static final List<String> RULES = Arrays.stream(Rule.values()).map(Rule::id).toList();

  private final TextFolder folder;
  private final Map<String, ConfigNode> keys;

  private ConfigFileReader(TextFolder folder, Map<String, ConfigNode> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /**
   * Reads a file of a local disk.
   *
   * @param name the file as the user knows it, for messages
   */
  public static ConfigFile read(Path file, String name) throws ConfigException {
    Path absolute = file.toAbsolutePath();
    return read(TextFolder.of(absolute.getParent()), absolute.getFileName().toString(), name);
  }

  /**
   * Reads a file.
   *
   * @param folder in which it lies
   * @param file its name there
   * @param name the file as the user knows it, for messages
   */
  public static ConfigFile read(TextFolder folder, String file, String name)
      throws ConfigException {
    Node root = compose(folder.read(file, "configuration file " + name), name);
    if (root == null || root.getTag().equals(Tag.NULL)) {
      return ConfigFile.DEFAULT;
    }
    List<String> known =
        List.of("documents", "schemas", "unique", "links", "severity", "fail-on", "thresholds");
    Map<String, ConfigNode> keys = new ConfigNode(name, "", root).mapping("key", known);
    return new ConfigFileReader(folder, keys).config();
  }

  /** The file as a tree; null where it is empty. */
  static @Nullable Node compose(String text, String name) throws ConfigException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(20);
    try {
      return new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new ConfigException(
          "%s:%d:%d: %s"
              .formatted(
                  name,
                  e.getProblemMark().getLine() + 1,
                  e.getProblemMark().getColumn() + 1,
                  e.getProblem()),
          e);
    } catch (YAMLException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML");
      throw new ConfigException(name + ": " + message, e);
    }
  }

  private ConfigFile config() throws ConfigException {
    DocumentSelection documents = ConfigFile.DEFAULT.documents();
    AnalysisConfig analysis = ConfigFile.DEFAULT.analysis();
    long maxBytes = analysis.limits().maxDocumentBytes();
    if (keys.containsKey("documents")) {
      Map<String, ConfigNode> section =
          keys.get("documents")
              .mapping(
                  "key",
                  List.of(
                      "extensions",
                      "include",
                      "exclude",
                      "hidden",
                      "ignore-files",
                      "max-bytes",
                      "path-field",
                      "text-field"));
      documents = documents(section, documents);
      if (section.containsKey("max-bytes")) {
        maxBytes = section.get("max-bytes").parse("a size", ByteSize::parseDocumentLimit);
      }
    }
    Map<String, ConfigNode> links =
        keys.containsKey("links")
            ? keys.get("links").mapping("key", List.of("site-roots", "ignore", "folder-index"))
            : Map.of();
    analysis =
        new AnalysisConfig(
            analysis.limits().withMaxDocumentBytes(maxBytes),
            analysis.engine(),
            analysis.shadowSample(),
            schemas(),
            uniqueFields(),
            siteRoots(links, analysis.siteRoots()),
            ignorePatterns(links),
            folderIndexRequired(links),
            documents.extensions(),
            severities());
    FailOn failOn =
        keys.containsKey("fail-on")
            ? keys.get("fail-on").parse("a severity", FailOn::parse)
            : ConfigFile.DEFAULT.failOn();
    return new ConfigFile(documents, analysis, failOn, thresholds());
  }

  private static DocumentSelection documents(
      Map<String, ConfigNode> section, DocumentSelection defaults) throws ConfigException {
    return new DocumentSelection(
        section.containsKey("extensions")
            ? extensions(section.get("extensions"))
            : defaults.extensions(),
        section.containsKey("include") ? section.get("include").strings() : defaults.include(),
        section.containsKey("exclude") ? section.get("exclude").strings() : defaults.exclude(),
        section.containsKey("ignore-files")
            ? section.get("ignore-files").bool()
            : defaults.obeyIgnoreFiles(),
        section.containsKey("hidden") ? section.get("hidden").bool() : defaults.hidden(),
        new FieldNames(field(section, "path-field"), field(section, "text-field")));
  }

  private static @Nullable String field(Map<String, ConfigNode> section, String key)
      throws ConfigException {
    return section.containsKey(key) ? section.get(key).string() : null;
  }

  private static List<String> extensions(ConfigNode node) throws ConfigException {
    List<String> extensions = new ArrayList<>();
    for (ConfigNode item : node.list()) {
      String written = item.string().toLowerCase(Locale.ROOT);
      String extension = written.startsWith(".") ? written.substring(1) : written;
      if (!extension.matches("[^./\\\\*?\\[\\]{}\\s][^/\\\\*?\\[\\]{}\\s]*")) {
        throw item.failure("expected a file ending such as md, found '" + written + "'");
      }
      extensions.add(extension);
    }
    if (extensions.isEmpty()) {
      throw node.failure("must not be empty");
    }
    return extensions;
  }

  private List<SchemaRule> schemas() throws ConfigException {
    if (!keys.containsKey("schemas")) {
      return List.of();
    }
    List<SchemaRule> rules = new ArrayList<>();
    for (ConfigNode item : keys.get("schemas").list()) {
      Map<String, ConfigNode> rule = item.mapping("key", List.of("paths", "schema"));
      if (rule.size() < 2) {
        throw item.failure("needs both 'paths' and 'schema'");
      }
      List<String> paths = rule.get("paths").strings();
      if (paths.isEmpty()) {
        throw rule.get("paths").failure("must not be empty");
      }
      ConfigNode schema = rule.get("schema");
      String name = schema.string();
      try {
        rules.add(SchemaFile.load(paths, name, folder));
      } catch (ConfigException e) {
        throw schema.failure(e.getMessage());
      }
    }
    return rules;
  }

  private List<String> uniqueFields() throws ConfigException {
    return keys.containsKey("unique")
        ? keys.get("unique").strings().stream().distinct().toList()
        : List.of();
  }

  private static List<String> siteRoots(Map<String, ConfigNode> links, List<String> defaults)
      throws ConfigException {
    if (!links.containsKey("site-roots")) {
      return defaults;
    }
    List<String> roots = new ArrayList<>();
    for (ConfigNode item : links.get("site-roots").list()) {
      String written = item.string();
      List<String> segments =
          Arrays.stream(written.split("/", -1)).filter(segment -> !segment.isEmpty()).toList();
      if (segments.contains(".") || segments.contains("..") || written.contains("\\")) {
        throw item.failure(
            "expected a folder of the corpus such as /docs, found '" + written + "'");
      }
      roots.add("/" + String.join("/", segments));
    }
    if (roots.isEmpty()) {
      throw links.get("site-roots").failure("must not be empty");
    }
    return roots;
  }

  private static List<String> ignorePatterns(Map<String, ConfigNode> links) throws ConfigException {
    List<String> patterns = new ArrayList<>();
    if (links.containsKey("ignore")) {
      for (ConfigNode item : links.get("ignore").list()) {
        String pattern = item.string();
        try {
          Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
          throw item.failure(
              "not a regular expression (RE2 syntax): %s in '%s'"
                  .formatted(e.getDescription(), pattern));
        }
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  private static boolean folderIndexRequired(Map<String, ConfigNode> links) throws ConfigException {
    return links.containsKey("folder-index")
        && links
            .get("folder-index")
            .parse(
                "optional or required",
                text -> Keyword.parse(text, List.of("optional", "required")).equals("required"));
  }

  private Map<Rule, Severity> severities() throws ConfigException {
    Map<Rule, Severity> severities = new EnumMap<>(AnalysisConfig.defaultSeverities());
    if (keys.containsKey("severity")) {
      for (Map.Entry<String, ConfigNode> entry :
          keys.get("severity").mapping("rule", RULES).entrySet()) {
        Rule rule = Rule.byId(entry.getKey()).orElseThrow();
        entry
            .getValue()
            .parse("a severity", ConfigFileReader::severity)
            .ifPresentOrElse(
                severity -> severities.put(rule, severity), () -> severities.remove(rule));
      }
    }
    return severities;
  }

  private List<Threshold> thresholds() throws ConfigException {
    List<Threshold> thresholds = new ArrayList<>();
    if (keys.containsKey("thresholds")) {
      for (Map.Entry<String, ConfigNode> entry :
          keys.get("thresholds").mapping("figure", Threshold.KNOWN_FIGURES).entrySet()) {
        ConfigNode node = entry.getValue();
        Map<String, ConfigNode> bounds = node.mapping("key", List.of("max", "max-increase"));
        if (bounds.isEmpty()) {
          throw node.failure("needs 'max', 'max-increase' or both");
        }
        thresholds.add(
            new Threshold(
                entry.getKey(),
                bounds.containsKey("max")
                    ? OptionalLong.of(
                        bounds.get("max").parse("a number", ConfigFileReader::wholeNumber))
                    : OptionalLong.empty(),
                bounds.containsKey("max-increase")
                    ? Optional.of(bounds.get("max-increase").parse("an increase", Increase::parse))
                    : Optional.empty(),
                node.line(),
                node.column()));
      }
    }
    return thresholds;
  }

  private static long wholeNumber(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("expected a whole number, found '" + text + "'");
    }
    return Long.parseLong(text);
  }

  /** Empty where the rule is to be off. */
  private static Optional<Severity> severity(String text) {
    return Keyword.parse(text, SEVERITIES, value -> value.map(Severity::id).orElse("off"));
  }
}
