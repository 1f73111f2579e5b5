package org.docaudit.pipeline.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.ParsedDocument;
import org.docaudit.analysis.markdown.MarkdownFacts;
import org.docaudit.analysis.markdown.ParsedLink;
import org.docaudit.model.LinkSyntax;
import org.docaudit.pipeline.report.LinkRow;

/**
 * A document whose broken links have other targets.
 *
 * <p>The document is read by an engine before and after. A link is changed only where it still
 * stands at the place, with the target and in the syntax that the table tells; and a change counts
 * only where every link is as it was but for the targets that were to be changed, and every heading
 * is. So nothing but targets changes, whatever the document holds.
 */
final class MendedDocument {

  /** Tried one by one where all together are not right; each costs a reading of the document. */
  private static final int MAX_TRIED_ALONE = 100;

  /** Behind a link's beginning its target is looked for in so many bytes. */
  private static final int MAX_LINK_BYTES = 1 << 16;

  /** Takes the place of a target. */
  private record Edit(int offset, int length, String replacement) {}

  private final byte[] bytes;
  private final int mended;

  private MendedDocument(byte[] bytes, int mended) {
    this.bytes = bytes;
    this.mended = mended;
  }

  /** The document with the changes that count. */
  byte[] bytes() {
    return bytes;
  }

  /** How many links they mend. */
  int mended() {
    return mended;
  }

  /**
   * Changes what can be changed.
   *
   * @param links that are to be mended, each with its fix; links with one target have one fix
   */
  static MendedDocument of(byte[] document, List<LinkBreak> links) {
    ParsedDocument parsed = parse(document);
    MarkdownFacts facts = parsed.markdown();
    if (!parsed.encodingName().equals("UTF-8") || parsed.invalidSequences() > 0) {
      return new MendedDocument(document, 0);
    }
    TreeMap<Long, ParsedLink> byOffset = new TreeMap<>();
    facts.links().forEach(link -> byOffset.put(link.position().byteOffset(), link));
    List<List<Edit>> edits = new ArrayList<>();
    List<LinkBreak> editable = new ArrayList<>();
    for (LinkBreak link : links) {
      if (stands(link.link(), byOffset.get(link.link().byteOffset()))) {
        Long next = byOffset.higherKey(link.link().byteOffset());
        List<Edit> found = edits(document, link, next == null ? document.length : next.intValue());
        if (!found.isEmpty()) {
          edits.add(found);
          editable.add(link);
        }
      }
    }
    byte[] all = applied(document, edits);
    if (isRight(facts, parse(all).markdown(), editable)) {
      return new MendedDocument(all, editable.size());
    }
    return oneByOne(document, facts, edits, editable);
  }

  private static MendedDocument oneByOne(
      byte[] document, MarkdownFacts facts, List<List<Edit>> edits, List<LinkBreak> links) {
    byte[] best = document;
    List<List<Edit>> kept = new ArrayList<>();
    List<LinkBreak> mended = new ArrayList<>();
    for (int i = 0; i < Math.min(edits.size(), MAX_TRIED_ALONE); i++) {
      kept.add(edits.get(i));
      mended.add(links.get(i));
      byte[] tried = applied(document, kept);
      if (isRight(facts, parse(tried).markdown(), mended)) {
        best = tried;
      } else {
        kept.remove(kept.size() - 1);
        mended.remove(mended.size() - 1);
      }
    }
    return new MendedDocument(best, mended.size());
  }

  private static ParsedDocument parse(byte[] document) {
    return new JavaEngine(Limits.DEFAULT).parse(List.of(document)).documents().get(0);
  }

  private static boolean stands(LinkRow row, @Nullable ParsedLink link) {
    return link != null
        && link.target().equals(row.target())
        && link.syntax().id().equals(row.syntax());
  }

  /**
   * Where the link's target is written; empty where it is not found as it is read.
   *
   * @param next where the next link begins, before which that of an image ends
   */
  private static List<Edit> edits(byte[] document, LinkBreak link, int next) {
    byte[] old = link.link().target().getBytes(UTF_8);
    String fix = Objects.requireNonNull(link.fix());
    int from = (int) link.link().byteOffset();
    String syntax = link.link().syntax();
    boolean html = syntax.equals(LinkSyntax.HTML.id());
    boolean image = syntax.equals(LinkSyntax.IMAGE.id());
    int to = Math.min(image ? next : document.length, from + MAX_LINK_BYTES);
    if (old.length == 0) {
      return List.of();
    } else if (syntax.equals(LinkSyntax.REFERENCE.id())) {
      return definitions(document, old, fix);
    }
    for (int i = from; i + old.length <= to; i++) {
      if (startsWith(document, i, old)
          && (html ? isAttribute(document, i) : isBehind(document, i, '('))) {
        return List.of(new Edit(i, old.length, fix));
      }
    }
    return image ? definitions(document, old, fix) : List.of();
  }

  /** Of a link by reference the target stands in its definition, or in several. */
  private static List<Edit> definitions(byte[] document, byte[] old, String fix) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i + old.length <= document.length; i++) {
      if (startsWith(document, i, old) && isBehind(document, i, ':')) {
        edits.add(new Edit(i, old.length, fix));
      }
    }
    return edits;
  }

  private static boolean startsWith(byte[] document, int offset, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (document[offset + i] != text[i]) {
        return false;
      }
    }
    int end = offset + text.length;
    return end == document.length || " \t\r\n)>\"'".indexOf(document[end]) >= 0;
  }

  /** Whether {@code ](} or {@code ]:} stands before, with blanks or {@code <} between. */
  private static boolean isBehind(byte[] document, int offset, char mark) {
    int at = offset - 1;
    if (at >= 0 && document[at] == '<') {
      at--;
    }
    while (at >= 0 && " \t\r\n".indexOf(document[at]) >= 0) {
      at--;
    }
    return at >= 1 && document[at] == mark && document[at - 1] == ']';
  }

  private static boolean isAttribute(byte[] document, int offset) {
    return offset >= 1 && "\"'=".indexOf(document[offset - 1]) >= 0;
  }

  /** Several links may share a definition, which is changed once. */
  private static byte[] applied(byte[] document, List<List<Edit>> edits) {
    TreeMap<Integer, Edit> inOrder = new TreeMap<>();
    edits.forEach(link -> link.forEach(edit -> inOrder.put(edit.offset(), edit)));
    ByteArrayOutputStream applied = new ByteArrayOutputStream(document.length + 256);
    int done = 0;
    for (Edit edit : inOrder.values()) {
      applied.write(document, done, edit.offset() - done);
      applied.writeBytes(edit.replacement().getBytes(UTF_8));
      done = edit.offset() + edit.length();
    }
    applied.write(document, done, document.length - done);
    return applied.toByteArray();
  }

  /**
   * Whether the links that were to be mended have their new targets, others those that they had or,
   * where they share a definition, the same new ones, and all else is as it was.
   */
  private static boolean isRight(MarkdownFacts before, MarkdownFacts after, List<LinkBreak> links) {
    if (before.links().size() != after.links().size()
        || before.headings().size() != after.headings().size()
        || before.undefinedReferences().size() != after.undefinedReferences().size()
        || before.proseWords() != after.proseWords()) {
      return false;
    }
    for (int i = 0; i < before.headings().size(); i++) {
      if (!before.headings().get(i).text().equals(after.headings().get(i).text())) {
        return false;
      }
    }
    Map<String, String> fixes = new HashMap<>();
    Map<Long, LinkBreak> wanted = new HashMap<>();
    for (LinkBreak link : links) {
      fixes.put(link.link().target(), link.fix());
      wanted.put(link.link().byteOffset(), link);
    }
    for (int i = 0; i < before.links().size(); i++) {
      ParsedLink old = before.links().get(i);
      ParsedLink now = after.links().get(i);
      String fix = fixes.get(old.target());
      boolean mustChange = wanted.containsKey(old.position().byteOffset());
      boolean mayChange = fix != null && old.syntax() != LinkSyntax.INLINE;
      boolean isFixed = now.target().equals(fix);
      boolean isAsItWas = now.target().equals(old.target());
      if (old.syntax() != now.syntax()
          || !old.text().equals(now.text())
          || !(mustChange ? isFixed : isAsItWas || (mayChange && isFixed))) {
        return false;
      }
    }
    return true;
  }
}
