package org.docaudit.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A language that documents are written in: 8,000 words of which the n-th is 1/n as frequent as the
 * first (Zipf's law), and compounds of two of them, so that larger corpora have more words. The
 * words are real where they are frequent and made of syllables where they are not. Immutable.
 */
final class Language {
  private static final int VOCABULARY = 8_000;

  private static final int SLOTS = 1 << 14;

  /** A word of this many is a compound. */
  private static final int COMPOUNDS = 256;

  static final Language ENGLISH =
      new Language(
          620,
          true,
          "the of and to in a is for that with on as are be this by it or from at you can not when if"
              + " an which value file data set use type name page tide water gauge harbour station",
          "con fig ta ble re ver sion ser vice tem plate al lo ca tion in dex que ry meth od par se map"
              + " ping thread pool ser ial ly net work node");

  private static final Language GERMAN =
      new Language(
          130,
          true,
          "der die und das in zu den mit von ist für auf nicht ein eine als auch es an werden aus er"
              + " hat dass sie nach wird bei Größe über können",
          "ver ge be schau über mäß ung lich keit fäl grö ßer schlüs sel dat ei ord ner wer te zei le");

  private static final Language CHINESE =
      new Language(
          100,
          false,
          "的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 我 以 要 他 时 来 用 们 生 到 作 地 于 出 就 数据 文件 系统 使用",
          "水 潮 位 港 口 测 量 站 文 件 数 据 系 统 配 置 服 务 器 版 本 模 板 索 引 查 询 方 法 线 程 网 络 结 构 程 序");

  private static final Language RUSSIAN =
      new Language(
          100,
          true,
          "и в не на что он с как это по но они мы все из у за от так о для же к бы до вода данные файл",
          "при ло же ни е до ку мент си сте ма на стро йка сер вер вер си я шаб лон за прос ме тод");

  private static final Language ARABIC =
      new Language(
          50,
          true,
          "في من على أن إلى هذا التي كان عن مع هو ما لا أو كل بعد قد ذلك بين عند ملف بيانات ماء",
          "مد خل نظ ام بر نا مج خا دم مل فا ت تع ريف قا ئم ة ال مس تخ دم شب كة عم لي");

  private static final List<Language> ALL = List.of(ENGLISH, GERMAN, CHINESE, RUSSIAN, ARABIC);

  private final int share;
  private final boolean spaced;
  private final byte[][] vocabulary;

  /** Words, each as often as its frequency asks; short ones of 2 bytes to be small in a cache. */
  private final short[] slots = new short[SLOTS];

  /**
   * @param share of the documents, in a thousand
   * @param spaced whether words have spaces between them
   */
  private Language(int share, boolean spaced, String frequent, String syllables) {
    this.share = share;
    this.spaced = spaced;
    vocabulary = vocabulary(frequent, List.of(syllables.split(" ", -1)));
    double all = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      all += frequency(rank);
    }
    int rank = 0;
    double reached = frequency(0);
    for (int slot = 0; slot < SLOTS; slot++) {
      while (rank < VOCABULARY - 1 && reached / all < (slot + 0.5) / SLOTS) {
        rank++;
        reached += frequency(rank);
      }
      slots[slot] = (short) rank;
    }
  }

  /** A language as often as it has documents. */
  static Language of(RandomNumbers random) {
    int left = random.below(1000);
    for (Language language : ALL) {
      left -= language.share;
      if (left < 0) {
        return language;
      }
    }
    return ENGLISH;
  }

  /** Whether words have spaces between them. */
  boolean spaced() {
    return spaced;
  }

  /** Appends a word. */
  void word(RandomNumbers random, ByteText out) {
    long bits = random.next();
    if ((int) (bits >>> 40) % COMPOUNDS == 0) {
      out.add(vocabulary[random.below(VOCABULARY)]).add(vocabulary[random.below(VOCABULARY)]);
    } else {
      out.add(vocabulary[slots[(int) (bits & (SLOTS - 1))]]);
    }
  }

  /** Appends words, with a separator between any two. */
  void words(int count, int separator, RandomNumbers random, ByteText out) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.add(separator);
      }
      word(random, out);
    }
  }

  private static double frequency(int rank) {
    return 1 / (rank + 2.7);
  }

  private static byte[][] vocabulary(String frequent, List<String> syllables) {
    RandomNumbers random = RandomNumbers.of(0, syllables.size());
    Set<String> words = new LinkedHashSet<>(List.of(frequent.split(" ", -1)));
    while (words.size() < VOCABULARY) {
      StringBuilder word = new StringBuilder();
      for (int left = 2 + random.below(3); left > 0; left--) {
        word.append(syllables.get(random.below(syllables.size())));
      }
      words.add(word.toString());
    }
    List<byte[]> encoded = new ArrayList<>();
    words.forEach(word -> encoded.add(word.getBytes(UTF_8)));
    return encoded.toArray(byte[][]::new);
  }
}
