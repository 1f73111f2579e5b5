package org.docaudit.analysis.frontmatter;

import java.util.function.Supplier;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.nativeudf.RecordReader;

/**
 * Reads what the native kernel says of a document's frontmatter.
 *
 * <p>The kernel gives the events of the YAML that it reads, of which the same tree is made as of
 * SnakeYAML's. TOML, JSON, and YAML of which the parsers could differ it leaves to Java, errors
 * above all, so that every message has one source.
 */
public final class FrontmatterRecord {

  private static final FrontmatterFormat[] FORMATS = FrontmatterFormat.values();
  private static final int EVENTS = 1;
  private static final int JAVA_READS = 2;

  private FrontmatterRecord() {}

  /**
   * The part {@code frontmatter} of a record.
   *
   * @param source the document, decoded where Java has to read it
   */
  public static ParsedFrontmatter read(
      RecordReader in, Supplier<SourceText> source, Limits limits) {
    FrontmatterFormat format = FORMATS[in.readByte()];
    if (format == FrontmatterFormat.NONE) {
      return ParsedFrontmatter.NONE;
    }
    boolean terminated = in.readByte() != 0;
    long bytes = in.readNumber();
    int reading = in.readByte();
    if (reading == JAVA_READS) {
      in.readByte(); // why
      return FrontmatterReader.read(source.get(), limits);
    }
    int events = reading == EVENTS ? in.readCount() : 0;
    RecordReader packed = reading == EVENTS ? in.readNested() : in;
    return FrontmatterReader.read(
        format,
        terminated,
        bytes,
        limits,
        findings -> YamlReader.read(new PackedYamlEvents(packed, events), limits, findings));
  }
}
