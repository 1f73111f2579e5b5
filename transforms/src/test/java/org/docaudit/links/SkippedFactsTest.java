package org.docaudit.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.docaudit.beam.OnceIterable;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.junit.jupiter.api.Test;

/** Facts that nobody asks for are passed over, and no answer depends on them. */
class SkippedFactsTest {

  private static final LinkRules RULES = LinkRules.DEFAULT;
  private static final TargetKeys KEYS = new TargetKeys(RULES);

  /** Paths that often are each other's variants, index documents, or near. */
  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> folders =
        Arbitraries.of("docs", "Docs", "d\u00f6cs", "do\u0308cs", "guide", "gudie.md", "a")
            .list()
            .ofMaxSize(3)
            .map(parts -> String.join("/", parts));
    Arbitrary<String> names =
        Combinators.combine(
                Arbitraries.of("setup", "Setup", "setpu", "index", "README", "LICENSE", "b.html"),
                Arbitraries.of("", ".md", ".MD", ".markdown", ".html", ".html.md", ".png"))
            .as(String::concat);
    return Combinators.combine(folders, names).as(CorpusPath::join);
  }

  @Provide
  Arbitrary<Set<String>> files() {
    return paths().set().ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<LinkQuestion>> questions() {
    return Combinators.combine(
            paths(),
            Arbitraries.of(true, false),
            Arbitraries.of("top", "one", "oen").injectNull(.3))
        .as(
            (path, folder, fragment) ->
                new LinkQuestion(path, LinkQuestion.Home.ROOT, folder, fragment, false, null))
        .list()
        .ofMaxSize(4);
  }

  @Property(tries = 1000)
  void answersAreThoseOfAllFactsTogether(
      @ForAll("files") Set<String> files,
      @ForAll("questions") List<LinkQuestion> questions,
      @ForAll @IntRange(min = 1, max = 3) int buckets) {
    TargetIndex all = new TargetIndex(RULES);
    BucketPacks packs = new BucketPacks(buckets);
    TargetPieces pieces = new TargetPieces(0, KEYS, packs);
    for (String path : files) {
      boolean document = path.endsWith("md");
      pieces.file(path, document);
      all.addFile(path, document);
      TargetKeys.foldersOf(path).forEach(all::addFolder);
      if (path.endsWith(".md")) {
        pieces.anchors(path, List.of("one"));
        all.addAnchors(path, List.of("one"));
      }
    }
    questions.forEach(question -> pieces.ask(question, 1));
    pieces.finish();
    List<String> answers = new ArrayList<>();
    packs.forEach(
        (number, pack) -> {
          TargetBucket bucket = new TargetBucket(OnceIterable.of(List.of(pack)));
          TargetIndex index = new TargetIndex(RULES);
          bucket.forEachFact(bucket.asked(), index::add);
          bucket.forEachQuestion(
              asked -> answers.add(told(asked.question(), index.answer(asked.question()))));
        });
    assertEquals(
        questions.stream()
            .distinct()
            .map(question -> told(question, all.answer(question)))
            .sorted()
            .toList(),
        answers.stream().sorted().toList());
  }

  private static String told(LinkQuestion question, Verdict verdict) {
    return question + " -> " + verdict;
  }

  @Property(tries = 1000)
  void suggestionsAreThoseOfAllPathsTogether(
      @ForAll("files") Set<String> files, @ForAll("questions") List<LinkQuestion> questions) {
    SameFolderIndex allInFolder = new SameFolderIndex(RULES);
    SameNameIndex allByName = new SameNameIndex(RULES);
    BucketPacks packs = new BucketPacks(1);
    PathPieces pieces = new PathPieces(RULES, packs);
    for (String path : files) {
      pieces.file(path);
      allInFolder.add(path);
      allByName.add(path);
      for (String folder : TargetKeys.foldersOf(path)) {
        allInFolder.add(CorpusPath.ofFolder(folder));
        if (!folder.isEmpty()) {
          allByName.add(CorpusPath.ofFolder(folder));
        }
      }
    }
    pieces.finish();
    questions.forEach(question -> pieces.wanted(new AskedQuestion(0, 0, 1, question)));
    List<byte[]> group = new ArrayList<>();
    packs.forEach((number, pack) -> group.add(pack));
    PathBucket bucket = new PathBucket(OnceIterable.of(group));
    SameFolderIndex inFolder = new SameFolderIndex(RULES);
    SameNameIndex byName = new SameNameIndex(RULES);
    bucket.addPathsTo(inFolder, byName);
    assertEquals(questions.size(), bucket.wantedInFolder().size());
    for (LinkQuestion question : questions) {
      assertEquals(allInFolder.nearestInFolder(question), inFolder.nearestInFolder(question));
      assertEquals(allByName.nearestByName(question), byName.nearestByName(question));
    }
  }

  @Test
  void oneQuestionUnpacksTheFactsOfItsKey() {
    BucketPacks packs = new BucketPacks(1);
    TargetPieces targets = new TargetPieces(0, KEYS, packs);
    PathPieces paths = new PathPieces(RULES, packs);
    for (int i = 0; i < 10_000; i++) {
      targets.file("docs/page-" + i + ".md", true);
      targets.anchors("docs/page-" + i + ".md", List.of("one", "two"));
    }
    LinkQuestion question =
        new LinkQuestion("docs/page-77", LinkQuestion.Home.ROOT, false, null, false, null);
    targets.ask(question, 1);
    targets.finish();
    paths.finish();
    List<byte[]> group = new ArrayList<>();
    packs.forEach((number, pack) -> group.add(pack));
    TargetBucket bucket = new TargetBucket(group);
    List<TargetFact> unpacked = new ArrayList<>();
    bucket.forEachFact(bucket.asked(), unpacked::add);
    assertTrue(unpacked.contains(new TargetFact.Anchors("docs/page-77.md", List.of("one", "two"))));
    assertTrue(unpacked.size() < 5, () -> unpacked.toString());
  }

  @Test
  void withoutAQuestionNoPathIsUnpacked() {
    BucketPacks packs = new BucketPacks(1);
    PathPieces paths = new PathPieces(RULES, packs);
    paths.file("docs/setup.md");
    paths.finish();
    List<byte[]> group = new ArrayList<>();
    packs.forEach((number, pack) -> group.add(pack));
    SameFolderIndex inFolder = new SameFolderIndex(RULES);
    SameNameIndex byName = new SameNameIndex(RULES);
    new PathBucket(group).addPathsTo(inFolder, byName);
    LinkQuestion question =
        new LinkQuestion("docs/setpu.md", LinkQuestion.Home.ROOT, false, null, false, null);
    assertEquals(Optional.empty(), inFolder.nearestInFolder(question));
    paths.wanted(new AskedQuestion(0, 0, 1, question));
    group.clear();
    packs.forEach((number, pack) -> group.add(pack));
    new PathBucket(group).addPathsTo(inFolder, byName);
    assertEquals(
        Optional.of("docs/setup.md"), inFolder.nearestInFolder(question).map(Suggestion::path));
  }

  @Property(tries = 200)
  void noKeyThatIsAskedForIsMissed(@ForAll List<Integer> hashes) {
    AskedKeys asked = new AskedKeys();
    assertTrue(asked.isEmpty());
    hashes.forEach(asked::add);
    hashes.forEach(hash -> assertTrue(asked.mayHave(hash)));
    assertEquals(hashes.isEmpty(), asked.isEmpty());
  }
}
