package org.docaudit.words;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.docaudit.pack.BucketPacks;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;
import org.docaudit.pack.PieceCoder;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.summary.CorpusTotalsCoder;
import org.docaudit.summary.Stage;
import org.docaudit.summary.WordCount;

/**
 * Adds up the word counts of all batches, by bucket.
 *
 * <p>Input: packs of (word, count, documents) by the bucket of the word, one pack a batch and
 * bucket. Output: {@link #ROWS}, a pack a bucket with each word once, the most frequent first; and
 * {@link #TOTALS}. A bucket's distinct words are held in memory.
 */
public final class CountWords
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {

  /** Rows of the words table by bucket, to be read with {@link #readRows}. */
  public static final TupleTag<KV<Integer, byte[]>> ROWS = new TupleTag<>() {};

  /** Totals over the words. */
  public static final TupleTag<CorpusTotals> TOTALS = new TupleTag<>() {};

  private CountWords() {}

  public static CountWords create() {
    return new CountWords();
  }

  /** Appends a word of a batch to the pack of its bucket. */
  public static void writeWord(BucketPacks packs, String word, long count, long documents) {
    writeRow(packs.ofKey(word), new WordCount(word, count, documents));
  }

  /** The words in a pack, in its order. */
  public static List<WordCount> readRows(byte[] pack) {
    PackReader in = new PackReader(pack);
    List<WordCount> rows = new ArrayList<>();
    while (in.hasMore()) {
      rows.add(new WordCount(in.readString(), in.readLong(), in.readLong()));
    }
    return rows;
  }

  private static void writeRow(PackWriter out, WordCount row) {
    out.writeString(row.word());
    out.writeLong(row.count());
    out.writeLong(row.documents());
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> pieces) {
    PCollectionTuple outputs =
        pieces
            .apply("GroupByBucket", GroupByKey.create())
            .apply("AddUp", ParDo.of(new AddUpFn()).withOutputTags(ROWS, TupleTagList.of(TOTALS)));
    outputs.get(ROWS).setCoder(PieceCoder.withPacks());
    outputs.get(TOTALS).setCoder(CorpusTotalsCoder.of());
    return outputs;
  }

  static final class AddUpFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      long begun = System.nanoTime();
      WordSums sums = new WordSums();
      for (byte[] pack : bucket.getValue()) {
        PackReader in = new PackReader(pack);
        while (in.hasMore()) {
          int length = in.readInt();
          int start = in.position();
          in.skip(length);
          sums.add(pack, start, length, in.readLong(), in.readLong());
        }
      }
      List<WordCount> rows = sums.toRows();
      rows.sort(WordCount.ORDER);
      PackWriter pack = new PackWriter();
      CorpusTotals totals = new CorpusTotals();
      for (WordCount row : rows) {
        writeRow(pack, row);
        totals.addWord(row);
      }
      totals.spent(Stage.WORDS, System.nanoTime() - begun);
      out.get(ROWS).output(KV.of(bucket.getKey(), pack.toByteArray()));
      out.get(TOTALS).output(totals);
    }
  }
}
