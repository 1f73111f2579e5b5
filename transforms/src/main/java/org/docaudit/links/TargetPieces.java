package org.docaudit.links;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackWriter;

/**
 * What one batch tells and asks the corpus index, packed by bucket: each entry is its kind, the
 * hash of its key, and a {@link TargetFact} or an {@link AskedQuestion}. Each folder and each
 * question is sent once, however often it comes: a page to which every document links makes one
 * question a batch. Not thread-safe.
 */
public final class TargetPieces {

  static final int FACT = 0;
  static final int QUESTION = 1;

  private final int batch;
  private final TargetKeys keys;
  private final BucketPacks packs;
  private final Set<String> folders = new HashSet<>();

  /** Files of which nothing more is known, and whether each is a document. */
  private final Map<String, Boolean> files = new LinkedHashMap<>();

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
    files.put(path, document);
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
    files.remove(path);
    sendOfFile(path, new TargetFact.Anchors(path, anchors));
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

  /** Writes files without anchors, and the questions; nothing is added afterwards. */
  public void finish() {
    files.forEach((path, document) -> sendOfFile(path, new TargetFact.File(path, document)));
    questions.forEach(
        (question, asked) ->
            new AskedQuestion(batch, asked.number, asked.links, question)
                .writeTo(entry(keys.of(question.path()), QUESTION)));
  }

  /** The number of a question, and how many links ask it. */
  private static final class Asked {
    final int number;
    int links;

    Asked(int number) {
      this.number = number;
    }
  }

  private void sendOfFile(String path, TargetFact fact) {
    keys.ofFile(path).forEach(key -> send(key, fact));
  }

  private void send(String key, TargetFact fact) {
    fact.writeTo(entry(key, FACT));
  }

  private PackWriter entry(String key, int kind) {
    int hash = BucketPacks.hashOf(key);
    PackWriter out = packs.ofHash(hash);
    out.writeByte(kind);
    out.writeFixedInt(hash);
    return out;
  }
}
