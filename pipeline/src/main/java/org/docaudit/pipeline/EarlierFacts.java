package org.docaudit.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.pipeline.report.FactsFolder;
import org.docaudit.pipeline.report.KeptTables;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.read.CorpusListing;
import org.docaudit.reuse.FactsKey;
import org.docaudit.reuse.PieceFile;
import org.docaudit.reuse.PieceHeader;
import org.docaudit.reuse.ReadReason;
import org.docaudit.reuse.Reuse;

/** The facts of earlier runs that a run may keep, looked for before its job begins. */
final class EarlierFacts {

  /**
   * A file modified this shortly before the run may be modified once more at what its clock, which
   * may be a server's and a little off, calls the same time.
   */
  private static final Duration UNSETTLED = Duration.ofMinutes(1);

  private final List<Path> folders;
  private final FactsKey key;
  private final @Nullable KeptTables tables;
  private final List<Reuse.EarlierPiece> pieces = new ArrayList<>();
  private final Map<ReadReason, Integer> unusable = new EnumMap<>(ReadReason.class);

  private EarlierFacts(List<Path> folders, FactsKey key, @Nullable KeptTables tables) {
    this.folders = folders;
    this.key = key;
    this.tables = tables;
  }

  /**
   * Looks for facts.
   *
   * @param baseline folder of the run that this one is compared with, if it is compared
   * @param leftOver folders of runs that did not come to their end
   */
  static EarlierFacts find(
      AuditConfig config, CorpusListing listing, Optional<Path> baseline, List<Path> leftOver)
      throws IOException {
    List<Path> folders = new ArrayList<>();
    if (config.reuse().incremental()) {
      baseline.filter(folder -> !folder.equals(config.output())).ifPresent(folders::add);
      folders.add(config.output());
    }
    FactsKey key = FactsKey.of(BuildIdentity.current(), config.analysis(), listing.roots());
    // A run that did not come to its end has no tables.
    KeptTables tables = config.reuse().incremental() ? KeptTables.of(key.build(), folders) : null;
    if (config.reuse().resume()) {
      // Behind the report, since what they read is newer.
      folders.addAll(leftOver);
    }
    EarlierFacts facts = new EarlierFacts(List.copyOf(folders), key, tables);
    for (Path folder : folders) {
      for (Path file : FactsFolder.pieces(folder)) {
        facts.add(file);
      }
    }
    return facts;
  }

  private void add(Path file) {
    try {
      PieceHeader header = PieceFile.readHeader(file);
      if (!header.key().build().equals(key.build())) {
        unusable.merge(ReadReason.VERSION, 1, Integer::sum);
      } else if (!header.key().configuration().equals(key.configuration())) {
        unusable.merge(ReadReason.CONFIGURATION, 1, Integer::sum);
      } else {
        pieces.add(new Reuse.EarlierPiece(file.toString(), header));
      }
    } catch (IOException | RuntimeException e) {
      unusable.merge(ReadReason.DAMAGED, 1, Integer::sum);
    }
  }

  /** What the workers must know. */
  Reuse reuse(AuditConfig config, Instant started, ReportLocation location) {
    return new Reuse(
        key,
        started.minus(UNSETTLED).toEpochMilli(),
        pieces,
        unknown(),
        config.reuse().verifySample(),
        UUID.randomUUID().toString(),
        new FactsFolder(location));
  }

  /** The tables that may be kept, or null where the next run is not to keep this one's. */
  @Nullable KeptTables tables() {
    return tables;
  }

  /** The folders that were looked in. */
  List<Path> folders() {
    return folders;
  }

  /** Why a document is read that no piece has. */
  private ReadReason unknown() {
    return unusable.keySet().stream().findFirst().orElse(ReadReason.NEW);
  }

  /** What the user should know of pieces that are of no use, or that there are none. */
  Optional<String> note() {
    if (pieces.isEmpty() && unusable.isEmpty()) {
      return Optional.of("there are no facts of an earlier run; every document was read");
    }
    if (unusable.isEmpty()) {
      return Optional.empty();
    }
    ReadReason reason = unknown();
    String why =
        switch (reason) {
          case VERSION -> "are of another build of docaudit or version of Java";
          case CONFIGURATION -> "were found with another configuration";
          default -> "are damaged";
        };
    return Optional.of(
        pieces.isEmpty()
            ? "the facts of the earlier run %s; every document was read".formatted(why)
            : "some facts of the earlier run %s; their documents were read".formatted(why));
  }
}
