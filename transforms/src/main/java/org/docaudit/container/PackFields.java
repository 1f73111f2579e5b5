package org.docaudit.container;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Fields of the records that {@code docaudit pack} writes, as JSON lines or as Parquet, and the
 * place of those without content in archives. A record has either {@link #TEXT} or, where its bytes
 * are not valid UTF-8, one of the two fields that hold them as they are.
 */
public final class PackFields {
  /** Path in the corpus. */
  public static final String PATH = "path";

  /** {@link #DOCUMENT}, {@link #SKIPPED} or {@link #OTHER}. */
  public static final String KIND = "kind";

  /** Bytes of the document. */
  public static final String SIZE = "size";

  public static final String TEXT = "text";

  /** The bytes of a document, in JSON, by RFC 4648 with padding. */
  public static final String TEXT_BASE64 = "text_base64";

  /** The bytes of a document, in Parquet. */
  public static final String TEXT_BYTES = "text_bytes";

  /** Why a document was left out, as an identifier. */
  public static final String REASON = "reason";

  /** The rule that left a document out, in words. */
  public static final String RULE = "rule";

  /** A record with content. */
  public static final String DOCUMENT = "document";

  /** A document that a rule left out; it exists for links, and its content is not in the pack. */
  public static final String SKIPPED = "skipped";

  /** A file that is no document; it exists for links, and its content is not in the pack. */
  public static final String OTHER = "other";

  /** Member of archives that holds a line for each file whose content is not in them. */
  public static final String MANIFEST = ".docaudit/files.jsonl";

  private PackFields() {}

  /**
   * Whether a record names a file whose content is not in the pack.
   *
   * @param kind of the record, or null where it has none
   * @param reason of the record, or null where it has none
   */
  static boolean isMention(@Nullable String kind, @Nullable String reason) {
    return OTHER.equals(kind) || (SKIPPED.equals(kind) && reason != null);
  }
}
