package io.rivulet.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long the scores took.
 *
 * @param sorted milliseconds, smallest first; at least one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Latencies(long[] sorted) {
  /** The smallest latency that so large a share of all does not exceed (nearest rank). */
  long quantile(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(1, rank) - 1];
  }

  /** How many of a hundred took longer than so many milliseconds. */
  double percentLaterThan(long millis) {
    long later = LongStream.of(sorted).filter(latency -> latency > millis).count();
    return 100.0 * later / sorted.length;
  }

  /** As it is in the closing line. */
  Map<String, Long> asMap() {
    Map<String, Long> quantiles = new LinkedHashMap<>();
    quantiles.put("p50", quantile(0.5));
    quantiles.put("p99", quantile(0.99));
    quantiles.put("p999", quantile(0.999));
    return quantiles;
  }
}
