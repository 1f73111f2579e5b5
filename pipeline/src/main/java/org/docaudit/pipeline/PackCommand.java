package org.docaudit.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.docaudit.container.ContainerFormat;
import org.docaudit.pipeline.config.ConfigFile;
import org.docaudit.pipeline.console.Console;
import org.docaudit.pipeline.console.Figures;
import org.docaudit.pipeline.console.Progress;
import org.docaudit.pipeline.console.TerminalText;
import org.docaudit.pipeline.pack.CorpusPacker;
import org.docaudit.read.CorpusException;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.CorpusListing;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.ObjectStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code docaudit pack}: a corpus as one file. */
@Command(
    name = "pack",
    description = "Packs corpora into one file, which can be audited as they can.",
    customSynopsis = "docaudit pack CORPUS... --output FILE [options] [Beam pipeline options]",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  packed",
      "  2  usage or configuration is wrong, or there is no document",
      "  3  could not be packed; an earlier file is as it was"
    })
final class PackCommand implements Callable<Integer> {
  private static final String TEXT = ".txt";

  private final Console console;
  private final Path folder;

  @Mixin private PackOptions options;
  @Unmatched private List<String> others = new ArrayList<>();
  @Spec private CommandSpec spec;

  PackCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public Integer call() throws AuditException {
    OtherArguments.check(others, spec);
    CorpusResolver resolver = new CorpusResolver(options, "pack", folder, others);
    resolver.check();
    Path output = output(resolver);
    Optional<ContainerFormat> format = format(output);
    ConfigFile config = resolver.file(resolver.configFile());
    ObjectStores stores = BeamArguments.stores(others);
    long maxBytes = resolver.maxDocumentBytes(config);
    CorpusPacker.Packed packed;
    try (Progress progress = Progress.on(console, options.quiet)) {
      progress.stage("listing documents");
      CorpusListing listing =
          CorpusLister.list(options.corpora, resolver.documents(config).listing(), stores);
      progress.listed(listing.counts().documents(), listing.counts().documentBytes());
      packed =
          new CorpusPacker(
                  listing,
                  () -> new DocumentReader(maxBytes, stores),
                  Runtime.getRuntime().availableProcessors(),
                  output,
                  progress)
              .run(format);
    } catch (CorpusException e) {
      throw AuditException.of(e);
    }
    if (!options.quiet) {
      print(packed, format.isPresent(), output);
    }
    return ExitCode.OK.code();
  }

  private void print(CorpusPacker.Packed packed, boolean withNames, Path output) {
    String names =
        withNames ? " and the names of " + Figures.counted(packed.others(), "other file") : "";
    String line =
        "%s%s, %s: %s"
            .formatted(
                Figures.counted(packed.documents(), "document"),
                names,
                Figures.size(packed.bytes()),
                output);
    console.out().println(TerminalText.clean(line));
    console.out().flush();
  }

  private Path output(CorpusResolver resolver) throws AuditException {
    if (options.output == null || options.output.isBlank()) {
      throw AuditException.usage("pack needs a file to write: --output FILE");
    }
    if (ObjectStores.isRemote(options.output)) {
      throw AuditException.usage("--output: must be a local file, found " + options.output);
    }
    Path output = resolver.path("--output", options.output);
    if (Files.exists(output) && !Files.isRegularFile(output)) {
      throw AuditException.usage("--output: %s is no file".formatted(output));
    }
    return output;
  }

  /** The form that the ending means; empty for plain text. */
  private static Optional<ContainerFormat> format(Path output) throws AuditException {
    String name = String.valueOf(output.getFileName());
    Optional<ContainerFormat> format = ContainerFormat.ofName(name);
    if (format.isEmpty() && !name.toLowerCase(Locale.ROOT).endsWith(TEXT)) {
      throw AuditException.usage(
          "--output: the ending of '%s' is none of %s, %s"
              .formatted(name, String.join(", ", ContainerFormat.extensions()), TEXT));
    }
    return format;
  }
}
