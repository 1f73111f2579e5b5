package org.docaudit.pipeline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.docaudit.pipeline.AuditConfig;
import org.docaudit.summary.DifferingInput;
import org.docaudit.summary.EngineTotals;
import org.docaudit.summary.ShadowTotals;

/** What {@code summary.json} says of the engines. */
final class EngineJson {

  private EngineJson() {}

  /** What each engine read, and what it failed on. */
  static void write(ObjectNode json, AuditConfig config, EngineTotals engines) {
    ArrayNode kernels = json.putArray("kernels");
    engines
        .kernels()
        .forEach(
            (engine, totals) ->
                kernels
                    .addObject()
                    .put("engine", engine)
                    .put("batches", totals.batches())
                    .put("documents", totals.documents())
                    .put("bytes", totals.bytes()));
    ObjectNode fallbacks = json.putObject("fallbacks");
    fallbacks.put("batches", engines.failedBatches());
    fallbacks.put("ratio", engines.fallbackRatio());
    fallbacks.put("max_ratio", config.maxFallbackRatio());
    ArrayNode reasons = fallbacks.putArray("reasons");
    engines
        .fallbacks()
        .forEach(
            (code, totals) ->
                reasons
                    .addObject()
                    .put("code", code)
                    .put("message", totals.message())
                    .put("batches", totals.batches())
                    .put("documents", totals.documents())
                    .put("example", totals.example()));
    shadow(json.putObject("shadow"), config.analysis().shadowSample(), engines.shadow());
  }

  private static void shadow(ObjectNode json, double share, ShadowTotals totals) {
    json.put("sample", share);
    json.put("sampled", totals.sampled());
    json.put("compared", totals.compared());
    json.put("read_by_java_alone", totals.uncompared());
    json.put("facts", totals.facts());
    json.put("differing", totals.differing());
    ObjectNode differences = json.putObject("differences");
    totals.differences().forEach(differences::put);
    ArrayNode inputs = json.putArray("inputs");
    int number = 1;
    for (DifferingInput input : totals.inputs()) {
      inputs
          .addObject()
          .put("path", input.path())
          .put("bytes", input.bytes())
          .put("differences", ShadowInputs.differences(number++));
    }
  }

  /** Which process read how much with which engine, and how long each was busy with what. */
  static void workers(ArrayNode json, EngineTotals engines) {
    engines
        .workers()
        .forEach(
            (name, totals) -> {
              ObjectNode worker = json.addObject().put("worker", name);
              ObjectNode documents = worker.putObject("documents");
              totals.documents().forEach(documents::put);
              worker.put("reason", totals.reason());
              worker.put("bytes", totals.bytes());
              ObjectNode busy = worker.putObject("busy_seconds");
              long whole = totals.nanos().values().stream().mapToLong(Long::longValue).sum();
              busy.put("whole", SummaryJson.seconds(whole));
              totals
                  .nanos()
                  .forEach((stage, nanos) -> busy.put(stage.id(), SummaryJson.seconds(nanos)));
            });
  }

  /** Busy seconds of each engine's calls, all threads together, and of the parts of these. */
  static void times(ObjectNode json, EngineTotals engines) {
    engines
        .kernels()
        .forEach(
            (engine, totals) -> {
              ObjectNode kernel = json.putObject(engine);
              kernel.put("whole", SummaryJson.seconds(totals.times().whole()));
              totals
                  .times()
                  .parts()
                  .forEach((part, nanos) -> kernel.put(part.id(), SummaryJson.seconds(nanos)));
            });
  }
}
