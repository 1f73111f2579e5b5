package org.docaudit.links;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.docaudit.pack.BucketPacks;

/**
 * What one batch tells and asks the corpus index, packed by bucket. Each folder and each question
 * is sent once, however often it comes: a page to which every document links makes one question a
 * batch. Not thread-safe.
 */
public final class TargetPieces {

  static final int FACT = 0;
  static final int QUESTION = 1;

  private final int batch;
  private final TargetKeys keys;
  private final BucketPacks packs;
  private final Set<String> folders = new HashSet<>();
  private final Map<LinkQuestion, Asked> questions = new LinkedHashMap<>();

  /**
   * @param batch id of the batch that asks
   * @param packs to which it is appended
   */
  public TargetPieces(int batch, TargetKeys keys, BucketPacks packs) {
    this.batch = batch;
    this.keys = keys;
    this.packs = packs;
  }

  /** A file exists, and with it the folders that it lies in. */
  public void file(String path, boolean document) {
    TargetFact fact = new TargetFact.File(path, document);
    keys.ofFile(path).forEach(key -> send(key, fact));
    for (String folder : TargetKeys.foldersOf(path)) {
      if (!folders.add(folder)) {
        // Those above it were sent with it.
        break;
      }
      send(keys.of(folder), new TargetFact.Folder(folder));
    }
  }

  /** A document was read, and these are its anchors. */
  public void anchors(String path, List<String> anchors) {
    TargetFact fact = new TargetFact.Anchors(path, anchors);
    keys.ofFile(path).forEach(key -> send(key, fact));
  }

  /**
   * Asks the question of some links, and gives the number under which its answer comes back.
   *
   * @param links how many they are
   */
  public int ask(LinkQuestion question, int links) {
    Asked asked = questions.computeIfAbsent(question, first -> new Asked(questions.size()));
    asked.links += links;
    return asked.number;
  }

  /** How many questions were asked. */
  public int questions() {
    return questions.size();
  }

  /** Writes the questions; nothing is added afterwards. */
  public void finish() {
    questions.forEach(
        (question, asked) -> {
          var out = packs.ofKey(keys.of(question.path()));
          out.writeByte(QUESTION);
          new AskedQuestion(batch, asked.number, asked.links, question).writeTo(out);
        });
  }

  /** The number of a question, and how many links ask it. */
  private static final class Asked {
    final int number;
    int links;

    Asked(int number) {
      this.number = number;
    }
  }

  private void send(String key, TargetFact fact) {
    var out = packs.ofKey(key);
    out.writeByte(FACT);
    fact.writeTo(out);
  }
}
