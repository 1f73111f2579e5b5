package org.docaudit.pipeline.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;
import org.docaudit.summary.CorpusTotals;

/**
 * What a run leaves to the next on the tables of one shard: a file of a CRC-32C and the packed
 * fields. Its form depends on the build, which {@code digest} covers.
 *
 * @param digest of what the tables were made of and by; 64 hexadecimal digits
 * @param parts of {@link Tables#OF_DOCUMENTS}, in the order of {@link ReportLocation#parts}
 * @param lines those of the shard in {@code findings.jsonl}
 * @param totals of its documents
 */
record ShardRecord(String digest, List<FileCheck> parts, FileCheck lines, CorpusTotals totals) {

  /** Serialized totals are read from a folder that anyone may have written to. */
  private static final ObjectInputFilter TOTALS_ONLY =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=20;org.docaudit.**;java.util.*;java.lang.*;!*");

  void write(ReportLocation location, int shard) throws IOException {
    PackWriter pack = new PackWriter();
    pack.writeString(digest);
    pack.writeInt(parts.size());
    parts.forEach(part -> part.write(pack));
    lines.write(pack);
    ByteArrayOutputStream serialized = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(serialized)) {
      out.writeObject(totals);
    }
    pack.writeRaw(serialized.toByteArray());
    byte[] packed = pack.toByteArray();
    try (DataOutputStream out =
        new DataOutputStream(location.create(FactsFolder.tablesOf(shard)))) {
      out.writeLong(crc(packed));
      out.write(packed);
    }
  }

  /**
   * Reads the record of a shard.
   *
   * @throws IOException where there is none, or it is damaged
   */
  static ShardRecord read(Path report, int shard) throws IOException {
    byte[] file = Files.readAllBytes(report.resolve(FactsFolder.tablesOf(shard)));
    if (file.length < Long.BYTES) {
      throw new IOException("damaged: too short");
    }
    byte[] packed = Arrays.copyOfRange(file, Long.BYTES, file.length);
    if (ByteBuffer.wrap(file).getLong() != crc(packed)) {
      throw new IOException("damaged: its checksum is another");
    }
    PackReader in = new PackReader(packed);
    String digest = in.readString();
    List<FileCheck> parts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      parts.add(FileCheck.read(in));
    }
    FileCheck lines = FileCheck.read(in);
    try (ObjectInputStream totals =
        new ObjectInputStream(new ByteArrayInputStream(in.readRest()))) {
      totals.setObjectInputFilter(TOTALS_ONLY);
      return new ShardRecord(digest, parts, lines, (CorpusTotals) totals.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException("of another build", e);
    }
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
