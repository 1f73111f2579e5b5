package org.docaudit.pipeline;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.analyze.AnalyzeDocuments;
import org.docaudit.analyze.UnlistedFiles;
import org.docaudit.assemble.AssembleDocuments;
import org.docaudit.assemble.AuditedShard;
import org.docaudit.duplicates.FindDuplicates;
import org.docaudit.frontmatter.CheckUniqueness;
import org.docaudit.links.CheckLinks;
import org.docaudit.links.LinkRules;
import org.docaudit.pack.PieceCoder;
import org.docaudit.pipeline.report.KeptTables;
import org.docaudit.pipeline.report.ReportLocation;
import org.docaudit.pipeline.report.WriteReports;
import org.docaudit.read.AuditPlan;
import org.docaudit.read.CorpusBatch;
import org.docaudit.read.CorpusSource;
import org.docaudit.read.ListingProblem;
import org.docaudit.reuse.Reuse;
import org.docaudit.summary.CorpusTotals;
import org.docaudit.words.CountWords;

/** The audit as a Beam job. */
public final class AuditPipeline {

  private AuditPipeline() {}

  /**
   * Adds the whole audit to a pipeline.
   *
   * @param batches of the listed corpus, in order of their ids
   * @param problems what the listing could not read
   * @param reuse facts of earlier runs that may be kept, or null where every document is read
   * @param tables of earlier reports that may be kept, or null where all are written
   * @param location where the reports are written
   */
  public static void build(
      Pipeline pipeline,
      List<CorpusBatch> batches,
      List<ListingProblem> problems,
      AuditPlan plan,
      AnalysisConfig config,
      @Nullable Reuse reuse,
      @Nullable KeptTables tables,
      ReportLocation location) {
    LinkRules rules = LinkRules.of(config);
    PCollectionTuple analyzed =
        pipeline
            .apply("ListDocuments", Read.from(new CorpusSource(batches)))
            .apply("AnalyzeDocuments", AnalyzeDocuments.of(config, rules, plan).reusing(reuse));
    PCollectionTuple links =
        PCollectionTuple.of(CheckLinks.TARGETS, analyzed.get(AnalyzeDocuments.TARGETS))
            .and(CheckLinks.PATHS, analyzed.get(AnalyzeDocuments.PATHS))
            .apply("CheckLinks", CheckLinks.of(rules, plan));
    PCollectionTuple words =
        analyzed.get(AnalyzeDocuments.WORDS).apply("CountWords", CountWords.create());
    PCollectionTuple duplicates =
        analyzed.get(AnalyzeDocuments.HASHES).apply("FindDuplicates", FindDuplicates.of(plan));
    PCollectionList<KV<Integer, byte[]>> answers =
        PCollectionList.of(links.get(CheckLinks.ANSWERS))
            .and(duplicates.get(FindDuplicates.ANSWERS));
    PCollectionList<CorpusTotals> totals =
        PCollectionList.of(analyzed.get(AnalyzeDocuments.TOTALS))
            .and(links.get(CheckLinks.TOTALS))
            .and(words.get(CountWords.TOTALS))
            .and(duplicates.get(FindDuplicates.TOTALS));
    if (!config.uniqueFields().isEmpty()) {
      PCollectionTuple unique =
          analyzed
              .get(AnalyzeDocuments.UNIQUES)
              .apply("ValidateFrontmatter", CheckUniqueness.of(plan));
      answers = answers.and(unique.get(CheckUniqueness.ANSWERS));
      totals = totals.and(unique.get(CheckUniqueness.TOTALS));
    }
    if (!problems.isEmpty()) {
      answers =
          answers.and(
              pipeline.apply(
                  "ListProblems",
                  Create.of(UnlistedFiles.pieces(problems, batches.size(), plan))
                      .withCoder(PieceCoder.withPacks())));
    }
    PCollection<AuditedShard> shards =
        PCollectionTuple.of(AssembleDocuments.FACTS, analyzed.get(AnalyzeDocuments.FACTS))
            .and(AssembleDocuments.ANSWERS, answers.apply("AllAnswers", Flatten.pCollections()))
            .apply("AssembleDocuments", AssembleDocuments.of(config));
    PCollectionTuple.of(WriteReports.SHARDS, shards)
        .and(WriteReports.WORDS, words.get(CountWords.ROWS))
        .and(WriteReports.DUPLICATES, duplicates.get(FindDuplicates.ROWS))
        .and(WriteReports.DIGEST_LINES, duplicates.get(FindDuplicates.DIGEST_LINES))
        .and(WriteReports.TOTALS, totals.apply("SummarizeCorpus", Flatten.pCollections()))
        .apply("WriteReports", WriteReports.to(location).keeping(tables));
  }
}
