package org.docaudit.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docaudit.model.DocumentFacts;
import org.docaudit.model.Finding;
import org.docaudit.model.Heading;
import org.docaudit.model.Link;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.LinkType;
import org.docaudit.model.Models;
import org.docaudit.model.Rule;
import org.docaudit.model.SampleFacts;
import org.docaudit.model.Verdict;
import org.junit.jupiter.api.Test;

/** Facts, findings and verdicts come out of a pack as they went in. */
class ModelPacksTest {

  @Provide
  Arbitrary<List<DocumentFacts>> facts() {
    return Models.facts().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return Models.findings().list().ofMaxSize(10);
  }

  @Provide
  Arbitrary<List<Verdict>> verdicts() {
    return Models.verdicts().list().ofMaxSize(10);
  }

  @Property(tries = 200)
  void documentsFollowEachOther(@ForAll("facts") List<DocumentFacts> facts) {
    PackWriter out = new PackWriter();
    facts.forEach(each -> FactsPack.write(out, each));
    PackReader in = new PackReader(out.toByteArray());
    List<DocumentFacts> read = new ArrayList<>();
    while (in.hasMore()) {
      read.add(FactsPack.read(in));
    }
    assertEquals(facts, read);
  }

  @Property(tries = 200)
  void findingsAndVerdicts(
      @ForAll("findings") List<Finding> findings, @ForAll("verdicts") List<Verdict> verdicts) {
    PackWriter out = new PackWriter();
    findings.forEach(each -> ModelPack.writeFinding(out, each));
    verdicts.forEach(each -> ModelPack.writeVerdict(out, each));
    PackReader in = new PackReader(out.toByteArray());
    for (Finding each : findings) {
      assertEquals(each, ModelPack.readFinding(in));
    }
    for (Verdict each : verdicts) {
      assertEquals(each, ModelPack.readVerdict(in));
    }
    assertFalse(in.hasMore());
  }

  @Test
  void everyConstantOfTheModel() {
    for (Rule rule : Rule.values()) {
      Finding finding = Finding.ofDocument(rule, rule.summary());
      PackWriter out = new PackWriter();
      ModelPack.writeFinding(out, finding);
      assertEquals(finding, ModelPack.readFinding(new PackReader(out.toByteArray())));
    }
    for (LinkReason reason : LinkReason.values()) {
      PackWriter out = new PackWriter();
      ModelPack.writeVerdict(out, Verdict.of(reason));
      assertEquals(Verdict.of(reason), ModelPack.readVerdict(new PackReader(out.toByteArray())));
    }
  }

  @Test
  void aDocumentOfAHundredThousandLinksAndHeadings() {
    Link link = new Link(1, 2, 3, "text", "target", null, LinkType.INTERNAL, LinkSyntax.INLINE);
    Heading heading = new Heading(1, "text", 1, "text");
    DocumentFacts facts =
        SampleFacts.of(
            "a.md",
            Collections.nCopies(100_000, heading),
            Collections.nCopies(100_000, link),
            List.of(),
            List.of());
    PackWriter out = new PackWriter();
    FactsPack.write(out, facts);
    assertEquals(facts, FactsPack.read(new PackReader(out.toByteArray())));
  }
}
