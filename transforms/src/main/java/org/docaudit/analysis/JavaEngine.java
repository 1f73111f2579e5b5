package org.docaudit.analysis;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.docaudit.analysis.frontmatter.FrontmatterBlock;
import org.docaudit.analysis.frontmatter.FrontmatterReader;
import org.docaudit.analysis.frontmatter.FrontmatterScanner;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.markdown.MarkdownFacts;
import org.docaudit.analysis.markdown.MarkdownParser;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.analysis.text.WordFrequencies;
import org.docaudit.analysis.text.Words;
import org.docaudit.model.Sha256;

/** The reference engine, in plain Java on commonmark-java and SnakeYAML. */
public final class JavaEngine implements AnalysisEngine {

  /** Its name in options and reports. */
  public static final String NAME = "java";

  private final Limits limits;
  private final MarkdownParser markdown = new MarkdownParser();
  private final MessageDigest sha256 = Sha256.ofPlatform();

  public JavaEngine(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ParsedBatch parse(List<byte[]> documents) {
    PartClock clock = new PartClock();
    WordFrequencies frequencies = new WordFrequencies();
    List<ParsedDocument> parsed = new ArrayList<>(documents.size());
    for (byte[] document : documents) {
      parsed.add(parse(document, frequencies, clock));
    }
    return new ParsedBatch(NAME, parsed, frequencies, clock.times());
  }

  private ParsedDocument parse(byte[] bytes, WordFrequencies frequencies, PartClock clock) {
    SourceText source = SourceText.decode(bytes);
    int lines = source.lines();
    long words = Words.count(source);
    clock.ended(AnalysisPart.TEXT);
    String hash = HexFormat.of().formatHex(sha256.digest(bytes));
    clock.ended(AnalysisPart.HASH);
    frequencies.addDocument(source);
    clock.ended(AnalysisPart.FREQUENCIES);
    FrontmatterBlock block = FrontmatterScanner.scan(source);
    ParsedFrontmatter frontmatter = FrontmatterReader.read(source, block, limits);
    clock.ended(AnalysisPart.FRONTMATTER);
    MarkdownFacts facts = markdown.parse(source, block.bodyStart(), limits);
    clock.ended(AnalysisPart.MARKDOWN);
    return new ParsedDocument(
        hash,
        lines,
        words,
        source.encoding().id(),
        source.invalidSequences(),
        source.firstInvalidPosition(),
        frontmatter,
        facts);
  }
}
