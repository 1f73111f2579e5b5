package org.docaudit.pipeline;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.docaudit.container.FieldNames;
import org.docaudit.pipeline.config.ByteSize;
import org.docaudit.pipeline.config.ConfigException;
import org.docaudit.pipeline.config.ConfigFile;
import org.docaudit.pipeline.config.ConfigFileReader;
import org.docaudit.pipeline.config.ConfigLocation;
import org.docaudit.pipeline.config.DocumentSelection;
import org.docaudit.pipeline.config.StoredFolder;
import org.docaudit.read.CorpusException;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.ObjectStores;

/** What commands that read corpora have in common, from the command line and the configuration. */
final class CorpusResolver {
  private final CorpusOptions options;
  private final String command;
  private final Path folder;
  private final List<String> beamArguments;

  /**
   * @param command for messages, such as {@code audit}
   * @param folder the current folder
   * @param beamArguments with which stores are opened
   */
  CorpusResolver(CorpusOptions options, String command, Path folder, List<String> beamArguments) {
    this.options = options;
    this.command = command;
    this.folder = folder;
    this.beamArguments = beamArguments;
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
  Optional<ConfigLocation> configFile() throws AuditException {
    if (options.config != null) {
      return Optional.of(
          ObjectStores.isRemote(options.config)
              ? ConfigLocation.stored(options.config)
              : ConfigLocation.of(path("--config", options.config)));
    }
    String first = options.corpora.get(0);
    if (ObjectStores.isRemote(first)) {
      return inRoot(first).map(ConfigLocation::stored);
    }
    return CorpusName.root(first, folder)
        .map(root -> root.resolve(ConfigFile.NAME))
        .filter(Files::exists)
        .map(ConfigLocation::of);
  }

  private Optional<String> inRoot(String corpus) throws AuditException {
    try {
      return CorpusLister.findInRoot(corpus, ConfigFile.NAME, BeamArguments.stores(beamArguments));
    } catch (CorpusException e) {
      throw AuditException.of(e);
    }
  }

  /** What the configuration file says. */
  ConfigFile file(Optional<ConfigLocation> file) throws AuditException {
    return file.isEmpty() ? ConfigFile.DEFAULT : read(file.get());
  }

  private ConfigFile read(ConfigLocation file) throws AuditException {
    try {
      return file.path() == null
          ? readStored(file.uri())
          : ConfigFileReader.read(file.path(), name(file.path()));
    } catch (ConfigException e) {
      throw AuditException.usage(e.getMessage(), e);
    }
  }

  private ConfigFile readStored(String uri) throws AuditException, ConfigException {
    int name = uri.lastIndexOf('/') + 1;
    ObjectStore store = BeamArguments.stores(beamArguments).at(uri);
    try {
      return ConfigFileReader.read(
          new StoredFolder(uri.substring(0, name), store), uri.substring(name), uri);
    } catch (UncheckedIOException e) {
      throw AuditException.incomplete(
          "the configuration cannot be read: " + e.getCause().getMessage(), e);
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
    return LocalPath.of(option, value, folder);
  }
}
