package org.docaudit.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analysis.DocumentRules;
import org.docaudit.analysis.frontmatter.FrontmatterKind;
import org.docaudit.assemble.BatchFacts.LinkCheck;
import org.docaudit.links.Anchors;
import org.docaudit.links.LinkQuestion;
import org.docaudit.links.LinkRules;
import org.docaudit.links.LinkTarget;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.LinkReason;
import org.docaudit.model.Verdict;
import org.docaudit.pack.FactsPack;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * All that the rest of the audit needs of a document, whatever batch it is in: what its bytes and
 * the configuration say, before the corpus is asked anything. Immutable.
 */
final class AnalyzedDocument {

  /** The value of a field that must be unique; see {@link org.docaudit.frontmatter.UniqueValue}. */
  record Unique(String field, String value, int line, int column) {}

  private final String path;
  private final long bytes;
  private final String sha256;
  private final byte[] facts;
  private final List<LinkCheck> checks;
  private final List<LinkQuestion> questions;
  private final Optional<List<String>> anchors;
  private final List<Unique> uniques;

  private AnalyzedDocument(
      String path,
      long bytes,
      String sha256,
      byte[] facts,
      List<LinkCheck> checks,
      List<LinkQuestion> questions,
      Optional<List<String>> anchors,
      List<Unique> uniques) {
    this.path = path;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.facts = facts;
    this.checks = checks;
    this.questions = questions;
    this.anchors = anchors;
    this.uniques = uniques;
  }

  /**
   * A document that was read.
   *
   * @param root the path prefix of its corpus, which links must not leave
   */
  static AnalyzedDocument of(
      DocumentRules.Result result, String root, AnalysisConfig config, LinkRules rules) {
    DocumentFacts document = result.facts();
    String sha256 = document.sha256();
    if (sha256 == null) {
      throw new IllegalArgumentException(document.path() + " was not read");
    }
    Map<LinkQuestion, Integer> questions = new LinkedHashMap<>();
    List<LinkCheck> checks = new ArrayList<>(result.targets().size());
    Anchors anchors = Anchors.of(result.anchors().orElse(List.of()));
    for (Optional<LinkTarget> target : result.targets()) {
      checks.add(check(target, document.path(), root, anchors, rules, questions));
    }
    List<Unique> uniques = new ArrayList<>();
    for (String field : config.uniqueFields()) {
      result
          .frontmatter()
          .field(field)
          .filter(node -> node.kind() != FrontmatterKind.NULL)
          .map(node -> new Unique(field, node.toJson(), node.line(), node.column()))
          .ifPresent(uniques::add);
    }
    PackWriter facts = new PackWriter();
    FactsPack.write(facts, document);
    return new AnalyzedDocument(
        document.path(),
        document.bytes(),
        sha256,
        facts.toByteArray(),
        checks,
        List.copyOf(questions.keySet()),
        result.anchors(),
        uniques);
  }

  private static LinkCheck check(
      Optional<LinkTarget> parsed,
      String source,
      String root,
      Anchors anchors,
      LinkRules rules,
      Map<LinkQuestion, Integer> questions) {
    if (parsed.isEmpty()) {
      return LinkCheck.decided(Verdict.of(LinkReason.CONFIGURED));
    }
    LinkTarget target = parsed.get();
    Optional<Verdict> verdict = target.verdict();
    if (verdict.isPresent()) {
      return LinkCheck.decided(verdict.get());
    }
    if (target.kind() == LinkTarget.Kind.ANCHOR) {
      return LinkCheck.decided(anchors.answer(source, target.fragment(), target.plain()));
    }
    List<Integer> numbers = new ArrayList<>(1);
    for (LinkQuestion question : LinkQuestion.of(target, source, root, rules)) {
      Integer known = questions.putIfAbsent(question, questions.size());
      numbers.add(known != null ? known : questions.size() - 1);
    }
    return LinkCheck.asked(numbers);
  }

  String path() {
    return path;
  }

  /** Size when it was read. */
  long bytes() {
    return bytes;
  }

  String sha256() {
    return sha256;
  }

  /** Its facts as {@link FactsPack} writes them; not a copy. */
  byte[] facts() {
    return facts;
  }

  /** One for each of its links; questions by their place in {@link #questions}. */
  List<LinkCheck> checks() {
    return checks;
  }

  /** What it asks of the corpus, each question once. */
  List<LinkQuestion> questions() {
    return questions;
  }

  /** Everything that a fragment may name, or empty where it was too complex to be read. */
  Optional<List<String>> anchors() {
    return anchors;
  }

  List<Unique> uniques() {
    return uniques;
  }

  /** Packs it; equal documents have equal packs. */
  byte[] pack() {
    PackWriter out = new PackWriter();
    out.writeString(path);
    out.writeLong(bytes);
    out.writeString(sha256);
    out.writeBytes(facts);
    out.writeInt(checks.size());
    checks.forEach(check -> check.write(out));
    out.writeInt(questions.size());
    questions.forEach(question -> question.writeTo(out));
    out.writeBoolean(anchors.isPresent());
    List<String> known = anchors.orElse(List.of());
    out.writeInt(known.size());
    known.forEach(out::writeString);
    out.writeInt(uniques.size());
    for (Unique unique : uniques) {
      out.writeString(unique.field());
      out.writeString(unique.value());
      out.writeInt(unique.line());
      out.writeInt(unique.column());
    }
    return out.toByteArray();
  }

  /** Reads what {@link #pack} wrote, in this run or in an earlier one of the same build. */
  static AnalyzedDocument unpack(byte[] packed) {
    PackReader in = new PackReader(packed);
    String path = in.readString();
    long bytes = in.readLong();
    String sha256 = in.readString();
    byte[] facts = in.readBytes();
    List<LinkCheck> checks = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      checks.add(LinkCheck.read(in));
    }
    List<LinkQuestion> questions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      questions.add(LinkQuestion.readFrom(in));
    }
    boolean read = in.readBoolean();
    List<String> anchors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      anchors.add(in.readString());
    }
    List<Unique> uniques = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      uniques.add(new Unique(in.readString(), in.readString(), in.readInt(), in.readInt()));
    }
    return new AnalyzedDocument(
        path,
        bytes,
        sha256,
        facts,
        checks,
        questions,
        read ? Optional.of(anchors) : Optional.empty(),
        uniques);
  }
}
