package io.rivulet.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the checkpoints of a run have cost.
 *
 * @param count how many were completed
 * @param medianMillis from the trigger until all had acknowledged
 * @param mostMillis the longest
 * @param meanBytes what one had to write, since most of the state was in the one before
 * @param stateBytes all of the state, in the last one
 */
record CheckpointCosts(
    long count, long medianMillis, long mostMillis, long meanBytes, long stateBytes) {
  private static final double MEBIBYTE = 1 << 20;

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("count", count);
    map.put("medianMillis", medianMillis);
    map.put("mostMillis", mostMillis);
    map.put("meanMebibytes", rounded(meanBytes));
    map.put("stateMebibytes", rounded(stateBytes));
    return map;
  }

  private static double rounded(long bytes) {
    return Math.round(10 * bytes / MEBIBYTE) / 10.0;
  }
}
