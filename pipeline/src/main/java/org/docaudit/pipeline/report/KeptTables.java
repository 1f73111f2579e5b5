package org.docaudit.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docaudit.assemble.AuditedShard;
import org.docaudit.model.Sha256;
import org.docaudit.summary.CorpusTotals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of documents in earlier reports, by what each shard of them was made of. A shard that
 * is made of the same takes those files instead of writing its own: its rows are a function of what
 * it is made of. Whatever is not as it was written is not taken. Immutable; serialized with the
 * job.
 *
 * @param build identifies the code that makes rows and files of what a shard is made of
 * @param shards by digest
 */
public record KeptTables(String build, Map<String, Earlier> shards) implements Serializable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptTables.class);

  /**
   * A shard of an earlier report.
   *
   * @param report folder of the report; workers share the file system with the client
   * @param lines where its lines begin in {@code findings.jsonl}, in bytes
   */
  public record Earlier(String report, int shard, long lines) implements Serializable {}

  /** Writes the tables of a shard. */
  interface Writing {
    CorpusTotals write() throws IOException;
  }

  public KeptTables {
    shards = Map.copyOf(shards);
  }

  /** Those of reports; of equal shards the last one is taken. */
  public static KeptTables of(String build, List<Path> reports) {
    Map<String, Earlier> shards = new HashMap<>();
    for (Path report : reports) {
      long lines = 0;
      for (int shard = 0; Files.exists(report.resolve(FactsFolder.tablesOf(shard))); shard++) {
        try {
          ShardRecord record = ShardRecord.read(report, shard);
          shards.put(record.digest(), new Earlier(report.toString(), shard, lines));
          lines += record.lines().bytes();
        } catch (IOException | RuntimeException e) {
          // Where the lines of those behind it begin is unknown.
          LOG.debug("the tables of shard {} of {} are written anew", shard, report, e);
          break;
        }
      }
    }
    return new KeptTables(build, shards);
  }

  /**
   * Puts the tables of a shard in their place, those of an earlier report or new ones, and leaves
   * to the next run what they are.
   *
   * @return the totals of the shard's documents
   */
  CorpusTotals take(AuditedShard shard, ReportLocation location, Writing writing)
      throws IOException {
    String digest = digestOf(shard);
    Earlier earlier = shards.get(digest);
    if (earlier != null) {
      try {
        ShardRecord record = link(earlier, location, shard.shard());
        record.write(location, shard.shard());
        return record.totals();
      } catch (IOException | RuntimeException e) {
        LOG.debug("the tables of shard {} are written anew", shard.shard(), e);
      }
    }
    CorpusTotals totals = writing.write();
    Path folder = Path.of(location.folder());
    List<FileCheck> parts = new ArrayList<>();
    for (String part : parts(location, shard.shard())) {
      parts.add(FileCheck.of(folder.resolve(part)));
    }
    FileCheck lines = FileCheck.of(folder.resolve(FindingLines.part(shard.shard())));
    new ShardRecord(digest, parts, lines, totals).write(location, shard.shard());
    return totals;
  }

  private String digestOf(AuditedShard shard) {
    MessageDigest sha256 = Sha256.digest();
    sha256.update(build.getBytes(UTF_8));
    shard.update(sha256);
    return Sha256.hex(sha256);
  }

  private static ShardRecord link(Earlier earlier, ReportLocation location, int shard)
      throws IOException {
    Path report = Path.of(earlier.report());
    ShardRecord record = ShardRecord.read(report, earlier.shard());
    List<String> before = parts(location, earlier.shard());
    List<String> now = parts(location, shard);
    require(record.parts().size() == before.size(), "other formats");
    for (int i = 0; i < before.size(); i++) {
      Path part = report.resolve(before.get(i));
      require(FileCheck.of(part).equals(record.parts().get(i)), before.get(i));
      LocalPart.link(Path.of(location.folder()), now.get(i), part);
    }
    try (FileChannel channel = FileChannel.open(FindingLines.in(report));
        InputStream in = Channels.newInputStream(channel.position(earlier.lines()));
        OutputStream out = location.create(FindingLines.part(shard))) {
      FileCheck lines = FileCheck.copy(in, record.lines().bytes(), out);
      require(lines.equals(record.lines()), "the lines of findings");
    }
    return record;
  }

  private static void require(boolean asWritten, String what) throws IOException {
    if (!asWritten) {
      throw new IOException("not as it was written: " + what);
    }
  }

  private static List<String> parts(ReportLocation location, int shard) {
    return Tables.OF_DOCUMENTS.stream()
        .flatMap(table -> location.parts(table, shard).stream())
        .toList();
  }
}
