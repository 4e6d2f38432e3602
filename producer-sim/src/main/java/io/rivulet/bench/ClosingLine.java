package io.rivulet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that was found, as one line of JSON.
 *
 * @param bare what the bare learner took before and after
 */
record ClosingLine(
    BenchSettings settings,
    BareLearner.Speed bare,
    Measurement full,
    Steady steady,
    RunTotals totals) {
  private static final double MEBIBYTE = 1 << 20;

  /** Milliseconds within which a score is wanted. */
  private static final long LATE = 50;

  @Override
  public String toString() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("events", full.events());
    line.put("eventsPerSecond", Math.round(full.perSecond()));
    line.put("eventsInSlowestSecond", orNull(full.slowestSecond()));
    line.put("cpuMicrosPerEvent", rounded(full.micros()));
    if (steady.latencies() != null) {
      line.put("latencyMillis", steady.latencies().asMap());
      line.put(
          "latencyPercentLaterThan50Millis", hundredths(steady.latencies().percentLaterThan(LATE)));
      line.put("latencyAtEventsPerSecond", Math.round(steady.perSecond()));
      line.put("latencyAtCpuMicrosPerEvent", rounded(steady.used().micros()));
    }
    line.put("users", settings.users());
    line.put("parallelism", settings.parallelism());
    line.put("workFolder", settings.work().toString());
    line.put("bareLearnerMicrosPerEvent", hundredths(bare.mean()));
    line.put("bareLearnerMicrosPerEventAtBest", hundredths(bare.best()));
    line.put("shareOfBareLearnersSpeed", hundredths(full.perSecond() * bare.mean() / 1e6));
    line.put("shareOfBareLearnersBestSpeed", hundredths(full.perSecond() * bare.best() / 1e6));
    Map<String, Double> parts = full.microsByPart();
    parts.replaceAll((part, micros) -> rounded(micros));
    line.put("cpuMicrosPerEventByPart", parts);
    line.put("eventsPerMicroBatch", orNull(full.perMicroBatch()));
    line.put("garbageCollectionMillis", full.collecting());
    line.put("shuffledBytesPerEvent", Math.round(totals.shuffledBytesPerEvent()));
    line.put("rowReadsPerEvent", hundredths(totals.rowReadsPerEvent()));
    line.put("rowWritesPerEvent", hundredths(totals.rowWritesPerEvent()));
    line.put("checkpoints", totals.checkpoints().asMap());
    line.put("peakMemoryMebibytes", Math.round(totals.peakMemory() / MEBIBYTE));
    line.put("brokerPeakMemoryMebibytes", Math.round(totals.brokerPeakMemory() / MEBIBYTE));
    try {
      return "bench-e2e: " + new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Double orNull(double number) {
    return Double.isNaN(number) ? null : rounded(number);
  }

  private static double hundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }

  private static double rounded(double micros) {
    return Math.round(micros * 10) / 10.0;
  }
}
