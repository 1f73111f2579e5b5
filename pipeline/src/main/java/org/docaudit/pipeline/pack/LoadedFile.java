package org.docaudit.pipeline.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.PackFields;
import org.docaudit.read.ListedFile;
import org.docaudit.read.Skip;

/** A file of a corpus on its way into a pack. */
final class LoadedFile {
  private final ListedFile file;
  private final byte @Nullable [] content;

  /**
   * @param content of a document; null for all else
   */
  LoadedFile(ListedFile file, byte @Nullable [] content) {
    this.file = file;
    this.content = content;
  }

  /** Of a document, not a copy; null for all else. */
  byte @Nullable [] content() {
    return content;
  }

  String path() {
    return file.path();
  }

  /** One of the kinds in {@link PackFields}. */
  String kind() {
    return switch (file.kind()) {
      case DOCUMENT -> PackFields.DOCUMENT;
      case SKIPPED -> PackFields.SKIPPED;
      case OTHER -> PackFields.OTHER;
    };
  }

  /** Why it was left out, or null. */
  @Nullable String reason() {
    Skip skip = file.skip();
    return skip == null ? null : skip.reason().id();
  }

  /** The rule that left it out, or null. */
  @Nullable String rule() {
    Skip skip = file.skip();
    return skip == null ? null : skip.rule();
  }

  /** The content as text that gives the same bytes again, or empty where there is none. */
  Optional<String> text() {
    if (content == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
