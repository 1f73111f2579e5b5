package org.docaudit.pack;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.FrontmatterFormat;
import org.docaudit.model.Heading;
import org.docaudit.model.Link;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;

/** The facts of a document in packed form. */
public final class FactsPack {

  private static final FrontmatterFormat[] FORMATS = FrontmatterFormat.values();
  private static final LinkType[] TYPES = LinkType.values();
  private static final LinkSyntax[] SYNTAXES = LinkSyntax.values();
  private static final Rule[] RULES = Rule.values();

  private FactsPack() {}

  public static void write(PackWriter out, DocumentFacts facts) {
    out.writeString(facts.path());
    out.writeLong(facts.bytes());
    out.writeNullableString(facts.engine());
    out.writeNullableString(facts.sha256());
    out.writeLong(facts.lines());
    out.writeLong(facts.words());
    out.writeLong(facts.proseWords());
    out.writeNullableString(facts.title());
    out.writeInt(ModelPack.position(facts.frontmatterFormat()));
    out.writeNullableString(facts.frontmatter());
    Boolean valid = facts.frontmatterValid();
    out.writeByte(valid == null ? 2 : valid ? 1 : 0);
    out.writeInt(facts.headings().size());
    for (Heading heading : facts.headings()) {
      out.writeInt(heading.level());
      out.writeString(heading.text());
      out.writeInt(heading.line());
      out.writeString(heading.anchor());
    }
    out.writeInt(facts.links().size());
    for (Link link : facts.links()) {
      writeLink(out, link);
    }
    out.writeInt(facts.suppressions().size());
    for (Suppression suppression : facts.suppressions()) {
      writeSuppression(out, suppression);
    }
    out.writeInt(facts.findings().size());
    for (Finding finding : facts.findings()) {
      ModelPack.writeFinding(out, finding);
    }
  }

  public static DocumentFacts read(PackReader in) {
    return new DocumentFacts(
        in.readString(),
        in.readLong(),
        in.readNullableString(),
        in.readNullableString(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readNullableString(),
        FORMATS[in.readInt()],
        in.readNullableString(),
        readValid(in),
        readList(in, FactsPack::readHeading),
        readList(in, FactsPack::readLink),
        readList(in, FactsPack::readSuppression),
        readList(in, ModelPack::readFinding));
  }

  private static @Nullable Boolean readValid(PackReader in) {
    return switch (in.readByte()) {
      case 0 -> Boolean.FALSE;
      case 1 -> Boolean.TRUE;
      default -> null;
    };
  }

  private static Heading readHeading(PackReader in) {
    return new Heading(in.readInt(), in.readString(), in.readInt(), in.readString());
  }

  private static void writeLink(PackWriter out, Link link) {
    out.writeInt(link.line());
    out.writeInt(link.column());
    out.writeLong(link.byteOffset());
    out.writeString(link.text());
    out.writeString(link.target());
    out.writeNullableString(link.fragment());
    out.writeByte(ModelPack.position(link.type()));
    out.writeByte(ModelPack.position(link.syntax()));
  }

  private static Link readLink(PackReader in) {
    return new Link(
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readString(),
        in.readString(),
        in.readNullableString(),
        TYPES[in.readByte()],
        SYNTAXES[in.readByte()]);
  }

  private static void writeSuppression(PackWriter out, Suppression suppression) {
    Rule rule = suppression.rule();
    out.writeInt(rule == null ? 0 : 1 + ModelPack.position(rule));
    out.writeInt(suppression.firstLine());
    out.writeInt(suppression.lastLine());
    out.writeInt(suppression.line());
    out.writeInt(suppression.column());
  }

  private static Suppression readSuppression(PackReader in) {
    int rule = in.readInt();
    return new Suppression(
        rule == 0 ? null : RULES[rule - 1], in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }

  private interface Element<T> {
    T read(PackReader in);
  }

  private static <T> List<T> readList(PackReader in, Element<T> element) {
    int size = in.readInt();
    List<T> list = new ArrayList<>(Math.min(size, 1 << 16));
    for (int i = 0; i < size; i++) {
      list.add(element.read(in));
    }
    return list;
  }
}
