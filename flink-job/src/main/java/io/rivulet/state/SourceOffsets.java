package io.rivulet.state;

import io.rivulet.domain.Origin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far the input has come, by topic and partition. */
public final class SourceOffsets {
  private final Map<String, long[]> next = new HashMap<>();

  /** Takes notice of a record. */
  public void add(Origin origin) {
    long[] partitions = next.get(origin.topic());
    if (partitions == null || partitions.length <= origin.partition()) {
      partitions =
          Arrays.copyOf(partitions == null ? new long[0] : partitions, origin.partition() + 1);
      next.put(origin.topic(), partitions);
    }
    partitions[origin.partition()] = Math.max(partitions[origin.partition()], origin.offset() + 1);
  }

  /** By {@code topic-partition} the offset behind the newest record, where there was one. */
  public Map<String, Long> next() {
    Map<String, Long> offsets = new TreeMap<>();
    next.forEach(
        (topic, partitions) -> {
          for (int partition = 0; partition < partitions.length; partition++) {
            if (partitions[partition] > 0) {
              offsets.put(topic + "-" + partition, partitions[partition]);
            }
          }
        });
    return offsets;
  }
}
