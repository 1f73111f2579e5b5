package org.docaudit.benchmarks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.docaudit.analysis.AnalysisEngine;
import org.docaudit.analysis.JavaEngine;
import org.docaudit.analysis.Limits;
import org.docaudit.analysis.NativeEngine;
import org.docaudit.analysis.ParsedBatch;
import org.docaudit.analysis.ParsedDocument;
import org.docaudit.analysis.frontmatter.FrontmatterReader;
import org.docaudit.analysis.frontmatter.FrontmatterRecord;
import org.docaudit.analysis.frontmatter.FrontmatterScanner;
import org.docaudit.analysis.frontmatter.ParsedFrontmatter;
import org.docaudit.analysis.frontmatter.YamlEventReading;
import org.docaudit.analysis.markdown.MarkdownFacts;
import org.docaudit.analysis.markdown.MarkdownParser;
import org.docaudit.analysis.markdown.MarkdownRecord;
import org.docaudit.analysis.text.SourceText;
import org.docaudit.analysis.text.WordCounts;
import org.docaudit.analysis.text.WordFrequencies;
import org.docaudit.analysis.text.Words;
import org.docaudit.benchmarks.NativeParts.Part;
import org.docaudit.model.Sha256;
import org.docaudit.nativeudf.NativeUnavailableException;
import org.docaudit.nativeudf.RecordReader;

/**
 * What is measured: from the bytes of documents to the same Java objects on both sides. Decoding,
 * and on the native side the copy into the buffer, the call and the reading of the record, are part
 * of each.
 */
enum Kernel {
  /** All Markdown facts: links, headings, anchors, prose. */
  MARKDOWN {
    @Override
    Map<String, Work> java(Documents documents) {
      MarkdownParser parser = new MarkdownParser();
      return engine(
          () -> {
            List<MarkdownFacts> facts = new ArrayList<>();
            for (List<byte[]> batch : documents.batches()) {
              for (byte[] document : batch) {
                SourceText source = SourceText.decode(document);
                int start = FrontmatterScanner.scan(source).bodyStart();
                facts.add(parser.parse(source, start, Limits.DEFAULT));
              }
            }
            return facts;
          });
    }

    @Override
    Work nativeKernel(Documents documents) {
      return perDocument(Part.MARKDOWN, documents, (in, document) -> MarkdownRecord.read(in));
    }
  },

  /** The events of YAML, of the documents that have some. */
  YAML_EVENTS {
    @Override
    Map<String, Work> java(Documents documents) {
      Map<String, Work> peers = new LinkedHashMap<>();
      peers.put("SnakeYAML", () -> documents.stream().map(YamlEventReading::snakeYaml).toList());
      peers.put(
          "SnakeYAML Engine",
          () -> documents.stream().map(YamlEventReading::snakeYamlEngine).toList());
      return peers;
    }

    @Override
    Work nativeKernel(Documents documents) {
      return perDocument(
          Part.FRONTMATTER,
          documents,
          (in, document) -> Objects.requireNonNull(YamlEventReading.nativeKernel(in)));
    }

    @Override
    Documents select(Documents documents) {
      return fronts(documents);
    }
  },

  /** Frontmatter as the rules get it: typed, with positions and findings. */
  FRONTMATTER {
    @Override
    Map<String, Work> java(Documents documents) {
      return engine(
          () -> {
            List<ParsedFrontmatter> parsed = new ArrayList<>();
            for (List<byte[]> batch : documents.batches()) {
              for (byte[] document : batch) {
                parsed.add(FrontmatterReader.read(SourceText.decode(document), Limits.DEFAULT));
              }
            }
            return parsed;
          });
    }

    @Override
    Work nativeKernel(Documents documents) {
      return perDocument(
          Part.FRONTMATTER,
          documents,
          (in, document) ->
              FrontmatterRecord.read(in, () -> SourceText.decode(document), Limits.DEFAULT));
    }

    @Override
    Documents select(Documents documents) {
      return fronts(documents);
    }
  },

  /** Words and lines, UTF-8 validated. */
  WORDS_AND_LINES {
    @Override
    Map<String, Work> java(Documents documents) {
      return engine(
          () -> {
            long words = 0;
            long lines = 0;
            for (List<byte[]> batch : documents.batches()) {
              for (byte[] document : batch) {
                SourceText source = SourceText.decode(document);
                words += Words.count(source);
                lines += source.lines();
              }
            }
            return List.of(words, lines);
          });
    }

    @Override
    Work nativeKernel(Documents documents) {
      NativeParts parts = new NativeParts();
      return () -> {
        long words = 0;
        long lines = 0;
        for (List<byte[]> batch : documents.batches()) {
          RecordReader in = parts.analyze(Part.TEXT, batch);
          for (int i = 0; i < batch.size(); i++) {
            in.readByte(); // encoding
            lines += in.readNumber();
            words += in.readNumber();
            if (in.readNumber() > 0) { // invalid sequences
              in.readNumber();
              in.readNumber();
              in.readNumber();
            }
          }
        }
        return List.of(words, lines);
      };
    }
  },

  /** How often each word occurs, by batch. */
  WORD_FREQUENCIES {
    @Override
    Map<String, Work> java(Documents documents) {
      return engine(
          () -> {
            Tally tally = new Tally();
            for (List<byte[]> batch : documents.batches()) {
              WordFrequencies frequencies = new WordFrequencies();
              for (byte[] document : batch) {
                frequencies.addDocument(SourceText.decode(document));
              }
              tally.add(frequencies);
            }
            return tally.result();
          });
    }

    @Override
    Work nativeKernel(Documents documents) {
      NativeParts parts = new NativeParts();
      return () -> {
        Tally tally = new Tally();
        for (List<byte[]> batch : documents.batches()) {
          RecordReader in = parts.analyze(Part.FREQUENCIES, batch);
          for (int left = in.readCount(); left > 0; left--) {
            tally.visit(in.readText(), in.readNumber(), in.readNumber());
          }
        }
        return tally.result();
      };
    }
  },

  /** SHA-256 as hexadecimal digits. */
  SHA256 {
    @Override
    Map<String, Work> java(Documents documents) {
      var sha256 = Sha256.digest();
      return engine(
          () -> {
            List<String> hashes = new ArrayList<>();
            for (List<byte[]> batch : documents.batches()) {
              for (byte[] document : batch) {
                hashes.add(HexFormat.of().formatHex(sha256.digest(document)));
              }
            }
            return hashes;
          });
    }

    @Override
    Work nativeKernel(Documents documents) {
      return perDocument(
          Part.HASH,
          documents,
          (in, document) -> HexFormat.of().formatHex(in.readBytes(NativeParts.SHA256_BYTES)));
    }
  },

  /** All of the above, by the engines as an audit runs them. */
  WHOLE_ANALYSIS {
    @Override
    Map<String, Work> java(Documents documents) {
      return engine(analysis(new JavaEngine(Limits.DEFAULT), documents));
    }

    @Override
    Work nativeKernel(Documents documents) {
      try {
        return analysis(NativeEngine.create(Limits.DEFAULT), documents);
      } catch (NativeUnavailableException e) {
        throw new IllegalStateException(e);
      }
    }

    private Work analysis(AnalysisEngine engine, Documents documents) {
      return () -> {
        List<ParsedDocument> parsed = new ArrayList<>();
        Tally tally = new Tally();
        for (List<byte[]> batch : documents.batches()) {
          ParsedBatch read = engine.parse(batch);
          parsed.addAll(read.documents());
          tally.add(read.words());
        }
        return List.of(parsed, tally.result());
      };
    }
  };

  /** Java's sides by name; the fastest of them is what the native one is compared with. */
  abstract Map<String, Work> java(Documents documents);

  abstract Work nativeKernel(Documents documents);

  /** The documents that it is measured on. */
  Documents select(Documents documents) {
    return documents;
  }

  private static Map<String, Work> engine(Work work) {
    return Map.of("Java engine", work);
  }

  /** Reads one document's part of a record. */
  private interface PartReader {
    Object read(RecordReader in, byte[] document);
  }

  private static Work perDocument(Part part, Documents documents, PartReader reader) {
    NativeParts parts = new NativeParts();
    return () -> {
      List<Object> read = new ArrayList<>();
      for (List<byte[]> batch : documents.batches()) {
        RecordReader in = parts.analyze(part, batch);
        for (byte[] document : batch) {
          read.add(reader.read(in, document));
        }
      }
      return read;
    };
  }

  /**
   * The fronts of the documents that have YAML which the kernel reads: with bodies the time would
   * be that of copying and decoding them.
   */
  private static Documents fronts(Documents documents) {
    NativeParts parts = new NativeParts();
    List<byte[]> fronts = new ArrayList<>();
    documents.stream()
        .map(YamlEventReading::front)
        .filter(front -> front.length > 0)
        .filter(
            front ->
                YamlEventReading.nativeKernel(parts.analyze(Part.FRONTMATTER, List.of(front)))
                    != null)
        .forEach(fronts::add);
    return Documents.of(documents.name(), fronts);
  }

  /** Visits every word, as an audit does. */
  private static final class Tally implements WordCounts.Visitor {

    private long distinct;
    private long occurrences;
    private long documents;
    private long letters;

    void add(WordCounts words) {
      words.forEach(this);
    }

    @Override
    public void visit(String word, long count, long inDocuments) {
      distinct++;
      occurrences += count;
      documents += inDocuments;
      letters += word.length();
    }

    List<Long> result() {
      return List.of(distinct, occurrences, documents, letters);
    }
  }
}
