package org.docaudit.analysis.frontmatter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.nativeudf.RecordReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The scalars of a document's YAML, in order, by each parser: what its events say and no more.
 *
 * <p>The Java parsers stand alone here, without what docaudit's engine does around them (places in
 * the document, characters that SnakeYAML refuses), so that they are at their fastest.
 */
public final class YamlEventReading {

  /** {@code reading} of a record where events follow. */
  private static final int EVENTS = 1;

  private static final LoadSettings ENGINE_SETTINGS = LoadSettings.builder().build();

  private YamlEventReading() {}

  /** SnakeYAML's. */
  public static List<String> snakeYaml(byte[] document) {
    List<String> scalars = new ArrayList<>();
    ParserImpl parser = new ParserImpl(new StreamReader(content(document)), new LoaderOptions());
    while (parser.peekEvent() != null) {
      if (parser.getEvent() instanceof org.yaml.snakeyaml.events.ScalarEvent scalar) {
        scalars.add(scalar.getValue());
      }
    }
    return scalars;
  }

  /** Those of SnakeYAML Engine. */
  public static List<String> snakeYamlEngine(byte[] document) {
    List<String> scalars = new ArrayList<>();
    for (var event : new Parse(ENGINE_SETTINGS).parseString(content(document))) {
      if (event instanceof org.snakeyaml.engine.v2.events.ScalarEvent scalar) {
        scalars.add(scalar.getValue());
      }
    }
    return scalars;
  }

  /**
   * The native kernel's, from the part {@code frontmatter} of a record.
   *
   * @return null where the kernel leaves the document to Java
   */
  public static @Nullable List<String> nativeKernel(RecordReader in) {
    if (in.readByte() == 0) {
      return null;
    }
    in.readByte(); // whether it ends
    in.readNumber(); // bytes
    int reading = in.readByte();
    if (reading != EVENTS) {
      if (reading > EVENTS) {
        in.readByte(); // why
      }
      return null;
    }
    int count = in.readCount();
    PackedYamlEvents events = new PackedYamlEvents(in.readNested(), count);
    List<String> scalars = new ArrayList<>();
    for (YamlEvent event = events.next(); event != null; event = events.next()) {
      if (event.kind() == YamlEvent.Kind.SCALAR) {
        scalars.add(String.valueOf(event.value()));
      }
    }
    return scalars;
  }

  /** The front of a document, up to where its body begins; empty where it has no YAML. */
  public static byte[] front(byte[] document) {
    SourceText source = SourceText.decode(document);
    FrontmatterBlock block = FrontmatterScanner.scan(source);
    if (block.format() != FrontmatterFormat.YAML || !block.terminated()) {
      return new byte[0];
    }
    long end = source.position(block.bodyStart()).byteOffset();
    return Arrays.copyOf(document, Math.toIntExact(end));
  }

  private static String content(byte[] document) {
    SourceText source = SourceText.decode(document);
    FrontmatterBlock block = FrontmatterScanner.scan(source);
    return source.text().substring(block.contentStart(), block.contentEnd());
  }
}
