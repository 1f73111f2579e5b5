package org.docaudit.links;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docaudit.model.LinkSyntax;
import org.docaudit.model.Verdict;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * A corpus whose facts and questions go through packed bytes and buckets, in shuffled order, as in
 * the pipeline, so that what is not sent to the right bucket shows.
 */
final class BucketedCorpus {
  private final LinkRules rules;
  private final TargetKeys keys;
  private final List<TargetIndex> buckets = new ArrayList<>();
  private final Map<String, List<String>> anchors = new LinkedHashMap<>();

  /**
   * Files are documents with these anchors, documents that were not read (null), or others, by
   * extension.
   */
  BucketedCorpus(Map<String, List<String>> files, LinkRules rules, int buckets, long seed) {
    this.rules = rules;
    this.keys = new TargetKeys(rules);
    for (int i = 0; i < buckets; i++) {
      this.buckets.add(new TargetIndex(rules));
    }
    List<Map.Entry<String, TargetFact>> facts = new ArrayList<>();
    Set<String> folders = new LinkedHashSet<>();
    files.forEach(
        (path, known) -> {
          boolean document = rules.documentExtensions().stream().anyMatch(path::endsWith);
          folders.addAll(TargetKeys.foldersOf(path));
          for (String key : keys.ofFile(path)) {
            facts.add(Map.entry(key, new TargetFact.File(path, document)));
            if (document && known != null) {
              facts.add(Map.entry(key, new TargetFact.Anchors(path, known)));
            }
          }
          anchors.put(path, known);
        });
    for (String folder : folders) {
      facts.add(Map.entry(keys.of(folder), new TargetFact.Folder(folder)));
    }
    Collections.shuffle(facts, new Random(seed));
    facts.forEach(fact -> bucket(fact.getKey()).add(copy(fact.getValue())));
  }

  /**
   * Files by their names, each document with the anchors behind its {@code #}, joined by commas.
   */
  static Map<String, List<String>> files(String... files) {
    return Stream.of(files)
        .map(file -> file.split("#", 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0],
                parts -> parts.length == 1 ? List.of() : List.of(parts[1].split(",")),
                (left, right) -> left,
                LinkedHashMap::new));
  }

  Verdict verdict(String source, String written, String root) {
    LinkTarget target = LinkTarget.parse(written, LinkSyntax.INLINE);
    if (target.verdict().isPresent()) {
      return target.verdict().get();
    }
    if (target.kind() == LinkTarget.Kind.ANCHOR) {
      return Anchors.of(anchors.get(source)).answer(source, target.fragment(), target.plain());
    }
    return LinkQuestion.combine(
        LinkQuestion.of(target, source, root, rules).stream()
            .map(question -> bucket(keys.of(question.path())).answer(copy(question)))
            .toList());
  }

  /** Status or reason, then what it resolves to, then {@code ? suggestion}. */
  String told(String source, String written, String root) {
    Verdict verdict = verdict(source, written, root);
    return Stream.of(
            verdict.reason() == null ? verdict.status().id() : verdict.reason().id(),
            verdict.resolvedPath(),
            verdict.suggestion() == null ? null : "? " + verdict.suggestion())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  private TargetIndex bucket(String key) {
    return buckets.get(BucketPacks.bucketOf(key, buckets.size()));
  }

  private static TargetFact copy(TargetFact fact) {
    PackWriter pack = new PackWriter();
    fact.writeTo(pack);
    return TargetFact.readFrom(new PackReader(pack.toByteArray()));
  }

  private static LinkQuestion copy(LinkQuestion question) {
    PackWriter pack = new PackWriter();
    question.writeTo(pack);
    return LinkQuestion.readFrom(new PackReader(pack.toByteArray()));
  }
}
