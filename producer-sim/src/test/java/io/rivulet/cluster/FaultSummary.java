package io.rivulet.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToLongFunction;

/** What several runs with a kill each have shown. */
record FaultSummary(List<FaultResult> results) {

  /** Whether each event of each run has counted once and has a score. */
  boolean isClean() {
    return sum(FaultResult::lost) + sum(FaultResult::doubled) + sum(FaultResult::unscored) == 0;
  }

  /** One line of JSON. */
  String json() {
    double[] recoveries = results.stream().mapToDouble(FaultResult::recovery).sorted().toArray();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("runs", results.size());
    json.put("kills", results.size());
    json.put("lost", sum(FaultResult::lost));
    json.put("doubled", sum(FaultResult::doubled));
    json.put("unscored", sum(FaultResult::unscored));
    ObjectNode seconds = json.putObject("recoverySeconds");
    seconds.put("median", median(recoveries));
    seconds.put("max", recoveries[recoveries.length - 1]);
    return json.toString();
  }

  private long sum(ToLongFunction<FaultResult> number) {
    return results.stream().mapToLong(number).sum();
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
