package org.docaudit.links;

import java.util.ArrayList;
import java.util.BitSet;
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

  /** All files, and by their places which are documents and which were sent with anchors. */
  private final List<String> files = new ArrayList<>();

  private final BitSet documents = new BitSet();
  private final BitSet sent = new BitSet();

  /** Where the next document is looked for. */
  private int next;

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
    documents.set(files.size(), document);
    files.add(path);
    // Of a folder that was sent, those above were sent with it.
    String folder = CorpusPath.folderOf(path);
    while (folders.add(folder)) {
      send(keys.of(folder), new TargetFact.Folder(folder));
      folder = CorpusPath.folderOf(folder);
    }
  }

  /** A document was read, and these are its anchors; documents come in the order of the files. */
  public void anchors(String path, List<String> anchors) {
    while (next < files.size() && !files.get(next).equals(path)) {
      next++;
    }
    if (next == files.size()) {
      throw new IllegalArgumentException(path + " is none of the files that are left");
    }
    sent.set(next++);
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
    for (int i = sent.nextClearBit(0); i < files.size(); i = sent.nextClearBit(i + 1)) {
      sendOfFile(files.get(i), new TargetFact.File(files.get(i), documents.get(i)));
    }
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
