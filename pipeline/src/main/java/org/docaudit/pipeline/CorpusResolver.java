package org.docaudit.pipeline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.docaudit.container.FieldNames;
import org.docaudit.pipeline.config.ByteSize;
import org.docaudit.pipeline.config.ConfigException;
import org.docaudit.pipeline.config.ConfigFile;
import org.docaudit.pipeline.config.ConfigFileReader;
import org.docaudit.pipeline.config.DocumentSelection;

/** What commands that read corpora have in common, from the command line and the configuration. */
final class CorpusResolver {
  private final CorpusOptions options;
  private final String command;
  private final Path folder;

  /**
   * @param command for messages, such as {@code audit}
   * @param folder the current folder
   */
  CorpusResolver(CorpusOptions options, String command, Path folder) {
    this.options = options;
    this.command = command;
    this.folder = folder;
  }

  /** Requires that there is a corpus. */
  void check() throws AuditException {
    if (options.corpora.isEmpty()) {
      throw AuditException.usage("no CORPUS given; try: docaudit " + command + " DIR");
    }
    for (String corpus : options.corpora) {
      if (corpus.isBlank()) {
        throw AuditException.usage("a CORPUS must not be empty");
      }
    }
  }

  /** The configuration file, if any. */
  Optional<Path> configFile() throws AuditException {
    if (options.config != null) {
      return Optional.of(path("--config", options.config));
    }
    return CorpusName.root(options.corpora.get(0), folder)
        .map(root -> root.resolve(ConfigFile.NAME))
        .filter(Files::exists);
  }

  /** What the configuration file says. */
  ConfigFile file(Optional<Path> file) throws AuditException {
    return file.isEmpty() ? ConfigFile.DEFAULT : read(file.get());
  }

  private ConfigFile read(Path file) throws AuditException {
    try {
      return ConfigFileReader.read(file, name(file));
    } catch (ConfigException e) {
      throw AuditException.usage(e.getMessage(), e);
    }
  }

  /** As the user would name it from where they are. */
  private String name(Path file) {
    return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
  }

  /** Which files are documents. */
  DocumentSelection documents(ConfigFile configFile) {
    DocumentSelection file = configFile.documents();
    return new DocumentSelection(
        file.extensions(),
        options.include.isEmpty() ? file.include() : options.include,
        options.exclude.isEmpty() ? file.exclude() : options.exclude,
        !options.noIgnore && file.obeyIgnoreFiles(),
        options.hidden || file.hidden(),
        new FieldNames(
            options.pathField == null ? file.fields().path() : options.pathField,
            options.textField == null ? file.fields().text() : options.textField));
  }

  /** Larger documents are not read. */
  long maxDocumentBytes(ConfigFile file) throws AuditException {
    return options.maxDocumentBytes == null
        ? file.analysis().limits().maxDocumentBytes()
        : ConfigResolver.parse(
            "--max-document-bytes", options.maxDocumentBytes, ByteSize::parseDocumentLimit);
  }

  /** The path that an option names. */
  Path path(String option, String value) throws AuditException {
    try {
      return folder.resolve(value).normalize();
    } catch (InvalidPathException e) {
      throw AuditException.usage(option + ": not a path: " + value, e);
    }
  }
}
