package org.docaudit.pipeline.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.SchemaRule;
import org.docaudit.analysis.frontmatter.SchemaValidator;
import org.docaudit.links.LinkPatterns;
import org.docaudit.links.LinkRules;
import org.docaudit.model.Rule;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.pipeline.config.ConfigException;
import org.docaudit.pipeline.config.ConfigPlaces;
import org.docaudit.pipeline.config.SchemaFile;
import org.docaudit.pipeline.config.TextFolder;
import org.docaudit.read.ListingOptions;
import org.docaudit.read.ObjectStores;
import org.docaudit.read.PathPatterns;

/**
 * What was in force in a run, by its summary, and where the configuration file says so. The file is
 * read as it is now; where it has changed since the run that is said.
 */
final class RunRules {

  private final JsonNode configuration;
  private final LinkRules links;
  private final Optional<Instant> started;
  private final ConfigPlaces places;
  private final @Nullable Path file;
  private final String remark;

  private RunRules(ComparedRun run, ConfigPlaces places, @Nullable Path file, String remark) {
    this.configuration = run.summary().configuration();
    this.links = run.summary().linkRules();
    this.started = run.summary().started();
    this.places = places;
    this.file = file;
    this.remark = remark;
  }

  /** Reads what was in force. */
  static RunRules of(ComparedRun run) throws IOException {
    String reference = run.summary().configuration().path("file").textValue();
    if (reference == null || ObjectStores.isRemote(reference)) {
      return new RunRules(run, ConfigPlaces.none(), null, "");
    }
    Path file = Path.of(run.folder().toRealPath().toUri().resolve(reference));
    try {
      ConfigPlaces places = ConfigPlaces.read(file, file.getFileName().toString());
      return new RunRules(run, places, file, changed(file, run.summary().started()));
    } catch (ConfigException e) {
      return new RunRules(run, ConfigPlaces.none(), file, ", which cannot be read any more");
    }
  }

  private static String changed(Path file, Optional<Instant> started) throws IOException {
    // The run's beginning is known to the second.
    Instant modified = Files.getLastModifiedTime(file).toInstant().minusSeconds(1);
    return started.filter(modified::isAfter).isPresent() ? ", which has changed since the run" : "";
  }

  LinkRules links() {
    return links;
  }

  /** The patterns of links that are ignored, each with its place. */
  List<String> ignorePatterns() {
    return texts(configuration.at("/links/ignore"));
  }

  /** The first pattern that ignores a target, with its place. */
  Optional<String> ignoredBy(String target) {
    List<String> patterns = ignorePatterns();
    for (int i = 0; i < patterns.size(); i++) {
      if (LinkPatterns.of(List.of(patterns.get(i))).ignores(target)) {
        return Optional.of(
            "links.ignore has `%s`%s"
                .formatted(patterns.get(i), at("links", "ignore", Integer.toString(i))));
      }
    }
    return Optional.empty();
  }

  /** How grave a rule is, and what says so. */
  String severity(Rule rule) {
    String severity = configuration.path("severity").path(rule.id()).asText();
    boolean configured = places.of("severity", rule.id()).isPresent();
    if (configured || !severity.equals(rule.defaultSeverity().id())) {
      return "%s, by the configuration%s; by default %s"
          .formatted(severity, at("severity", rule.id()), rule.defaultSeverity().id());
    }
    return severity + ", by default";
  }

  /** Whether a rule gives no findings. */
  boolean isOff(Rule rule) {
    return configuration.path("severity").path(rule.id()).asText().equals("off");
  }

  /**
   * Which schema a document's frontmatter must meet, what says so, and what it says.
   *
   * @param folder the current one, which the command line's schema is relative to
   */
  DocumentSchema schema(String localPath, Path folder) throws IOException {
    JsonNode schemas = configuration.path("schemas");
    for (int i = 0; i < schemas.size(); i++) {
      List<String> globs = texts(schemas.get(i).path("paths"));
      if (PathPatterns.of(globs).matches(localPath)) {
        String name = schemas.get(i).path("schema").asText();
        String item = Integer.toString(i);
        boolean configured = file != null && places.of("schemas", item, "schema").isPresent();
        return read(
            "%s, the first of `schemas` whose paths match: %s%s"
                .formatted(name, String.join(", ", globs), at("schemas", item)),
            name,
            configured ? file.resolveSibling("") : folder);
      }
    }
    return DocumentSchema.none(
        schemas.isEmpty() ? "none is configured" : "none, no paths of `schemas` match",
        Optional.empty());
  }

  private DocumentSchema read(String description, String name, Path base) throws IOException {
    String configured = configuration.path("file").asText();
    if (ObjectStores.isRemote(configured) && !name.equals(SchemaRule.STANDARD)) {
      return DocumentSchema.none(
          description, Optional.of("schemas of " + configured + " are not read again"));
    }
    try {
      SchemaRule rule = SchemaFile.load(List.of("**"), name, TextFolder.of(base));
      return new DocumentSchema(
          description,
          name,
          rule.validator().map(SchemaValidator::demands).orElse(List.of()),
          rule.schemaJson() == null ? "" : changed(base.resolve(name), started),
          Optional.empty());
    } catch (ConfigException e) {
      return DocumentSchema.none(description, Optional.of(e.getMessage()));
    }
  }

  /** Whether the values of a field must differ. */
  boolean isUnique(String field) {
    return texts(configuration.path("unique")).contains(field);
  }

  /** The fields whose values must differ, and where that is said. */
  String unique() {
    return String.join(", ", texts(configuration.path("unique"))) + at("unique");
  }

  /** Where site roots are set. */
  String siteRoots() {
    return String.join(", ", texts(configuration.at("/links/site-roots")))
        + at("links", "site-roots");
  }

  /** What the run took for documents. */
  ListingOptions listing() {
    JsonNode documents = configuration.path("documents");
    return ListingOptions.DEFAULT
        .withExtensions(texts(documents.path("extensions")))
        .withInclude(texts(documents.path("include")))
        .withExclude(texts(documents.path("exclude")))
        .withHidden(documents.path("hidden").asBoolean())
        .withObeyIgnoreFiles(documents.path("ignore-files").asBoolean(true));
  }

  /** The place of a key in brackets after a blank; empty where the file does not have it. */
  String at(String... keys) {
    return places.of(keys).map(place -> " (" + place + remark + ")").orElse("");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
