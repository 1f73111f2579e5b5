package org.docaudit.analysis.frontmatter;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.nativeudf.RecordReader;

/** The events that the native kernel packed; its module {@code yaml_events} describes how. */
final class PackedYamlEvents implements YamlEvents {

  private static final YamlEvent.Kind[] KINDS = {
    YamlEvent.Kind.MAPPING_START,
    YamlEvent.Kind.SEQUENCE_START,
    YamlEvent.Kind.COLLECTION_END,
    YamlEvent.Kind.SCALAR,
    YamlEvent.Kind.ALIAS
  };
  private static final int KIND = 7;
  private static final int PLAIN = 1 << 3;
  private static final int HAS_TAG = 1 << 4;
  private static final int HAS_ANCHOR = 1 << 5;

  private final RecordReader in;
  private int left;
  private int line;

  PackedYamlEvents(RecordReader in, int events) {
    this.in = in;
    this.left = events;
  }

  @Override
  public @Nullable YamlEvent next() {
    if (left == 0) {
      return null;
    }
    left--;
    int head = in.readByte();
    YamlEvent.Kind kind = KINDS[head & KIND];
    if (kind == YamlEvent.Kind.COLLECTION_END) {
      return new YamlEvent(kind, 0, 0, null, false, false, null, null);
    }
    line += in.readCount();
    int column = in.readCount();
    String value = in.readTextIf(kind == YamlEvent.Kind.SCALAR || kind == YamlEvent.Kind.ALIAS);
    String tag = in.readTextIf((head & HAS_TAG) != 0);
    String anchor = in.readTextIf((head & HAS_ANCHOR) != 0);
    return new YamlEvent(kind, line, column, value, (head & PLAIN) != 0, false, tag, anchor);
  }
}
