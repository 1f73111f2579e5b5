package org.docaudit.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.docaudit.assemble.DocumentRef;
import org.docaudit.assemble.ShardPacks;
import org.docaudit.beam.CollectedOutputs;
import org.docaudit.beam.OnceIterable;
import org.docaudit.beam.TestJob;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.pack.BucketPacks;
import org.docaudit.read.AuditPlan;
import org.junit.jupiter.api.Test;

class CheckUniquenessTest {

  private static UniqueValue value(
      String field, String value, String path, int line, int batch, int index) {
    return new UniqueValue(field, value, path, line, 8, new DocumentRef(batch, index));
  }

  private static List<KV<Integer, byte[]>> batch(int buckets, UniqueValue... values) {
    BucketPacks packs = new BucketPacks(buckets);
    for (UniqueValue value : values) {
      value.write(packs.ofKey(value.key()));
    }
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    packs.forEach((bucket, pack) -> pieces.add(KV.of(bucket, pack)));
    return pieces;
  }

  private static String finding(int batch, int index, String field, int line, String others) {
    return "finding %d/%d %s"
        .formatted(
            batch,
            index,
            new Finding(
                Rule.FRONTMATTER_NOT_UNIQUE,
                line,
                8,
                "`%s` must be unique, but has the same value in %s".formatted(field, others),
                field,
                null));
  }

  @Test
  void valuesThatMeet() {
    AuditPlan plan = new AuditPlan(List.of(0, 1), 3);
    List<KV<Integer, byte[]>> pieces = new ArrayList<>();
    pieces.addAll(
        batch(
            plan.buckets(),
            value("title", "\"Tides\"", "a.md", 2, 0, 0),
            value("slug", "\"Tides\"", "a.md", 3, 0, 0),
            value("title", "\"tides\"", "b.md", 2, 0, 1),
            value("title", "1", "c.md", 2, 0, 2),
            value("title", "\"1\"", "d.md", 2, 0, 3)));
    pieces.addAll(
        batch(
            plan.buckets(),
            value("title", "\"Tides\"", "z/a.md", 5, 1, 0),
            value("slug", "\"x\"", "z/a.md", 6, 1, 0),
            value("title", "\"Tides\"", "é.md", 7, 1, 1)));
    TestJob job = TestJob.create();
    PCollectionTuple checked = job.packs("Values", pieces).apply(CheckUniqueness.of(plan));
    TestJob.assertElements(
        checked.get(CheckUniqueness.ANSWERS),
        part ->
            ShardPacks.told(part.getValue()).stream()
                .map(entry -> part.getKey() + ": " + entry)
                .toList(),
        List.of(
            "0: " + finding(0, 0, "title", 2, "`z/a.md`, `é.md`"),
            "1: " + finding(1, 0, "title", 5, "`a.md`, `é.md`"),
            "1: " + finding(1, 1, "title", 7, "`a.md`, `z/a.md`")));
    job.run();
  }

  @Test
  void fiveOthersAreNamedAndTheRestCounted() {
    UniqueValue[] values =
        Stream.of("h", "c", "a", "f", "b", "g", "e", "d")
            .map(name -> value("id", "7", name + ".md", 1, 0, name.charAt(0) - 'a'))
            .toArray(UniqueValue[]::new);
    List<String> told = told(check(values));
    assertEquals(8, told.size());
    assertEquals(
        finding(0, 0, "id", 1, "`b.md`, `c.md`, `d.md`, `e.md`, `f.md` and 2 more"), told.get(0));
    assertEquals(
        finding(0, 2, "id", 1, "`a.md`, `b.md`, `d.md`, `e.md`, `f.md` and 2 more"), told.get(2));
    assertEquals(
        finding(0, 7, "id", 1, "`a.md`, `b.md`, `c.md`, `d.md`, `e.md` and 2 more"), told.get(7));
  }

  @Test
  void exactlySixAreAllNamed() {
    UniqueValue[] values =
        Stream.of("a", "b", "c", "d", "e", "f")
            .map(name -> value("id", "7", name + ".md", 1, 0, name.charAt(0) - 'a'))
            .toArray(UniqueValue[]::new);
    assertEquals(
        finding(0, 5, "id", 1, "`a.md`, `b.md`, `c.md`, `d.md`, `e.md`"),
        told(check(values)).get(5));
  }

  /** A value that all documents have, such as an empty title, must not take their square. */
  @Test
  void aHundredThousandDocumentsWithOneTitle() {
    UniqueValue[] values = new UniqueValue[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = value("title", "\"\"", "%06d.md".formatted(i), 1, 0, i);
    }
    List<String> told = told(check(values));
    assertEquals(100_000, told.size());
    assertEquals(
        finding(
            0,
            99_999,
            "title",
            1,
            "`000000.md`, `000001.md`, `000002.md`, `000003.md`, `000004.md` and 99994 more"),
        told.get(99_999));
  }

  private static List<String> told(CollectedOutputs out) {
    return out.of(CheckUniqueness.ANSWERS).stream()
        .flatMap(part -> ShardPacks.told(part.getValue()).stream())
        .toList();
  }

  private static CollectedOutputs check(UniqueValue... values) {
    CollectedOutputs out = new CollectedOutputs();
    List<byte[]> packs = new ArrayList<>();
    for (UniqueValue value : values) {
      batch(1, value).forEach(piece -> packs.add(piece.getValue()));
    }
    new CheckUniqueness.CompareFn(new AuditPlan(List.of(0), 1))
        .processElement(KV.of(0, OnceIterable.of(packs)), out);
    return out;
  }
}
