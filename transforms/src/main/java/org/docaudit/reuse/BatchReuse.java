package org.docaudit.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.model.Sha256;
import org.docaudit.nativeudf.DocumentBuffer;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackWriter;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusRoot;
import org.docaudit.read.DocumentReader;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ReadFailure;

/**
 * The facts of earlier runs that may be kept for one batch, and what this run keeps of it. Each
 * document of the batch is looked for once, then told of once, in order. Not thread-safe.
 */
public final class BatchReuse {

  /** The sample is drawn in steps of one of these. */
  private static final int STEPS = 1 << 20;

  /** A document of an earlier piece. */
  private record Earlier(KeptDocument document, Opened opened, int place) {

    byte[] facts() {
      return opened.piece().facts(place);
    }
  }

  /**
   * A piece that may have documents of the batch.
   *
   * @param number among them, from 0
   * @param samePlace whether it is of a corpus in the same folders
   */
  private record Opened(int number, String file, PieceFile piece, boolean samePlace) {}

  /**
   * A document of this run.
   *
   * @param words by which its words are numbered
   * @param facts to keep
   * @param piece which of the opened ones has it just so, or {@link #NO_PIECE}
   */
  private record Taken(
      KeptDocument document, PieceWords words, Supplier<byte[]> facts, int piece) {}

  private static final int NO_PIECE = -1;

  private static final byte[] NOTHING = {};

  /**
   * What to do with a document.
   *
   * @param reason whether it is to be read, and why
   * @param kept facts of the earlier run; not null exactly where the reason is one to keep them
   * @param appended whether its bytes were read already, and appended to the batch's
   */
  public record Decision(ReadReason reason, @Nullable Kept kept, boolean appended) {}

  /** A document whose facts are kept. */
  public static final class Kept {

    private final Earlier earlier;

    private Kept(Earlier earlier) {
      this.earlier = earlier;
    }

    /** What it tells and asks the corpus, as the earlier run packed it; not a copy. */
    public byte[] contribution() {
      return earlier.document().contribution();
    }

    /** The file of the piece that has its facts, for {@link PieceFile#readFacts}. */
    public String file() {
      return earlier.opened().file();
    }

    /** Its place in the piece, from 0. */
    public int place() {
      return earlier.place();
    }

    /**
     * Whether it is what reading it anew has given.
     *
     * @param number of the document among those whose words were counted
     */
    public boolean isSame(
        byte[] contribution, byte[] facts, PieceWords.Tallies tallies, int number) {
      Map<String, Long> words =
          earlier.opened().piece().words().countsOf(earlier.document().words());
      return Arrays.equals(contribution(), contribution)
          && Arrays.equals(earlier.facts(), facts)
          && words.equals(tallies.words().countsOf(tallies.of(number)));
    }
  }

  private final Reuse reuse;
  private final CorpusBatch batch;
  private final String engine;
  private final DocumentReader reader;
  private final Map<String, Earlier> known = new HashMap<>();
  private final List<Opened> opened = new ArrayList<>();
  private final List<PieceWords> words = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();
  private final DocumentBuffer doubtful = new DocumentBuffer();
  private final List<Taken> documents = new ArrayList<>();
  private final List<ReadReason> reasons = new ArrayList<>();
  private final PackWriter identity = new PackWriter();

  /**
   * Opens the pieces that may have documents of a batch.
   *
   * @param index of the pieces
   * @param engine whose facts are wanted
   */
  public BatchReuse(
      Reuse reuse, PieceIndex index, CorpusBatch batch, String engine, DocumentReader reader) {
    this.reuse = reuse;
    this.batch = batch;
    this.engine = engine;
    this.reader = reader;
    String first = null;
    String last = null;
    for (ListedFile file : batch) {
      if (file.isDocument()) {
        first = first == null ? file.path() : first;
        last = file.path();
      }
    }
    if (first != null && last != null) {
      index.meeting(first, last).forEach(this::open);
    }
  }

  private void open(Reuse.EarlierPiece piece) {
    try {
      PieceFile content = PieceFile.read(Path.of(piece.file()));
      Opened next =
          new Opened(
              opened.size(),
              piece.file(),
              content,
              content.header().key().place().equals(reuse.key().place()));
      int place = 0;
      for (KeptDocument document : content.documents()) {
        known.put(document.path(), new Earlier(document, next, place++));
      }
      opened.add(next);
      words.add(content.words());
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it, the documents themselves are there to be read.
      damaged.add(piece.file());
    }
  }

  /** Whether there are no facts that could be kept. */
  public boolean isEmpty() {
    return known.isEmpty();
  }

  /** Files of pieces that could not be read. */
  public List<String> damaged() {
    return damaged;
  }

  /**
   * Decides on a document. Where size and time leave a doubt, it is read, and appended to the
   * batch's where its facts cannot be kept.
   *
   * @param schema tells which schema its frontmatter has to meet
   * @throws ReadFailure where it was in doubt and cannot be read
   */
  public Decision decide(ListedFile file, String schema, DocumentBuffer contents)
      throws ReadFailure {
    Earlier found = known.get(file.path());
    if (found == null) {
      return read(damaged.isEmpty() ? reuse.unknown() : ReadReason.DAMAGED);
    }
    KeptDocument document = found.document();
    if (document.isFailed()) {
      return read(ReadReason.FAILED);
    }
    if (!document.engine().equals(engine)) {
      return read(ReadReason.ENGINE);
    }
    if (!document.schema().equals(schema)) {
      return read(ReadReason.CONFIGURATION);
    }
    if (document.bytes() != file.bytes()) {
      return read(ReadReason.SIZE);
    }
    CorpusRoot root = batch.roots().get(file.root());
    // What a packed corpus says of times is what somebody wrote into it.
    boolean sameTime =
        root.packed() == null
            && found.opened().samePlace()
            && document.modifiedMillis() != KeptDocument.UNKNOWN
            && document.modifiedMillis() == file.modifiedMillis();
    // Permissions may have changed, which neither size nor time tells.
    if (sameTime && reader.isReadable(root, file)) {
      boolean sampled = isSampled(file.path());
      return new Decision(
          sampled ? ReadReason.SAMPLE : ReadReason.UNCHANGED, new Kept(found), false);
    }
    doubtful.clear(file.bytes());
    reader.read(root, file, doubtful);
    byte[] bytes = doubtful.get(0);
    if (Sha256.hex(bytes).equals(document.sha256())) {
      return new Decision(ReadReason.SAME_CONTENT, new Kept(found), false);
    }
    contents.append(bytes);
    return new Decision(ReadReason.CONTENT, null, true);
  }

  private static Decision read(ReadReason reason) {
    return new Decision(reason, null, false);
  }

  private boolean isSampled(String path) {
    return reuse.verifySample() > 0
        && BucketPacks.bucketOf(reuse.salt() + path, STEPS) < reuse.verifySample() * STEPS;
  }

  /** The next document's facts are kept. */
  public void kept(ListedFile file, ReadReason reason, Kept kept) {
    Earlier found = kept.earlier;
    PieceWords numbering = found.opened().piece().words();
    numbering.add(found.document().words());
    boolean asItWas = reason != ReadReason.SAME_CONTENT;
    add(
        new Taken(
            asItWas ? found.document() : found.document().modifiedAt(settled(file)),
            numbering,
            found::facts,
            asItWas ? found.opened().number() : NO_PIECE),
        reason);
  }

  /**
   * The next document was read.
   *
   * @param document its words numbered as in {@code tallies}
   * @param facts as {@link org.docaudit.assemble.BatchFacts} takes them
   */
  public void read(
      ListedFile file,
      ReadReason reason,
      KeptDocument document,
      byte[] facts,
      PieceWords.Tallies tallies) {
    PieceWords numbering = tallies.words();
    if (!words.contains(numbering)) {
      words.add(numbering);
    }
    numbering.add(document.words());
    add(new Taken(document.modifiedAt(settled(file)), numbering, () -> facts, NO_PIECE), reason);
  }

  /**
   * The next document could not be read.
   *
   * @param facts that say why; they are not kept
   */
  public void failed(ListedFile file, byte[] facts) {
    PieceWords none = new PieceWords(List.of());
    identity.writeBytes(facts);
    add(
        new Taken(KeptDocument.failed(file.path()), none, () -> NOTHING, NO_PIECE),
        ReadReason.FAILED);
  }

  private void add(Taken document, ReadReason reason) {
    document.document().writeIdentity(identity);
    documents.add(document);
    reasons.add(reason);
  }

  private long settled(ListedFile file) {
    return file.modifiedMillis() < reuse.settledBefore()
        ? file.modifiedMillis()
        : KeptDocument.UNKNOWN;
  }

  /**
   * A digest of all that the facts of the documents told of depend on: 32 bytes. Batches of equal
   * digests have equal facts.
   */
  public byte[] identity() {
    MessageDigest sha256 = Sha256.digest();
    sha256.update(reuse.key().build().getBytes(UTF_8));
    sha256.update(reuse.key().configuration().getBytes(UTF_8));
    return sha256.digest(identity.toByteArray());
  }

  /** The words of all documents told of; one that stands in several pieces comes several times. */
  public WordCounts words() {
    return visitor -> words.forEach(piece -> piece.forEach(visitor));
  }

  /** Why each document was read or kept, in their order. */
  public List<ReadReason> reasons() {
    return reasons;
  }

  /**
   * Writes what the next run may keep; nothing is told of afterwards. Where an earlier piece has
   * most of it, that piece stays as it is, and a second one has the rest.
   */
  public void finish() throws IOException {
    if (documents.isEmpty()) {
      return;
    }
    writeReasons();
    Opened base = base();
    if (base == null) {
      write(documents, reuse.output().piece(batch.id()));
      return;
    }
    reuse.output().keepPiece(batch.id(), Path.of(base.file()));
    List<Taken> rest = documents.stream().filter(each -> each.piece() != base.number()).toList();
    if (!rest.isEmpty()) {
      write(rest, reuse.output().changes(batch.id()));
    }
  }

  /**
   * The earlier piece that has at least three quarters of the documents, if half of what it has is
   * still of use.
   */
  private @Nullable Opened base() {
    for (Opened each : opened) {
      PieceHeader header = each.piece().header();
      if (header.key().equals(reuse.key())) {
        long used = documents.stream().filter(taken -> taken.piece() == each.number()).count();
        if (used >= 0.75 * documents.size() && used >= 0.5 * header.documents()) {
          return each;
        }
      }
    }
    return null;
  }

  private void write(List<Taken> piece, OutputStream out) throws IOException {
    PieceHeader header =
        new PieceHeader(
            reuse.key(),
            piece.get(0).document().path(),
            piece.get(piece.size() - 1).document().path(),
            piece.size());
    List<byte[]> facts = piece.stream().map(taken -> taken.facts().get()).toList();
    PieceWords first = piece.get(0).words();
    boolean oneNumbering = piece.stream().allMatch(each -> each.words() == first);
    if (oneNumbering) {
      List<KeptDocument> kept = piece.stream().map(Taken::document).toList();
      PieceFile.write(out, header, first.words(), kept, facts);
      return;
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<KeptDocument> renumbered = new ArrayList<>(piece.size());
    for (Taken each : piece) {
      byte[] packed = each.words().renumbered(each.document().words(), numbers);
      renumbered.add(each.document().withWords(packed));
    }
    PieceFile.write(out, header, List.copyOf(numbers.keySet()), renumbered, facts);
  }

  /** A byte a document; none where all are unchanged. */
  @SuppressWarnings("EnumOrdinal") // Read by the client of the same run.
  private void writeReasons() throws IOException {
    if (reasons.stream().allMatch(reason -> reason == ReadReason.UNCHANGED)) {
      return;
    }
    byte[] packed = new byte[reasons.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (byte) reasons.get(i).ordinal();
    }
    try (OutputStream out = reuse.output().reasons(batch.id())) {
      out.write(packed);
    }
  }
}
