package io.rivulet.bench;

import io.rivulet.operator.Uids;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A part of the job that CPU time is accounted to. Flink's threads have the names of the operators
 * that are chained in them: all of a chain counts for its first operator.
 */
enum CpuPart {
  /** The broker's process. */
  BROKER("broker"),
  /** Reads, decodes and numbers events; the catalog and requests too. */
  SOURCE("source", source(Uids.EVENT_SOURCE, Uids.CATALOG_SOURCE, Uids.REQUEST_SOURCE)),
  /** Brings events and items together. */
  ATTACH("attach", Uids.ATTACH_ITEM),
  /** Scores and learns, and encodes the scores. */
  LEARN("learn", Uids.LEARN),
  /** Own items and dense parameters, and encode what they publish. */
  OWNERS("owners", Uids.ITEM_OWNER, Uids.DENSE_OWNER),
  /** Brings published values back. */
  LOOP("loop", source(Uids.PARAMETER_SOURCE), producer(Uids.PARAMETER_SINK)),
  /** Publishes versions of the model. */
  SNAPSHOTS(
      "snapshots",
      Uids.SNAPSHOT_PUBLISHER,
      Uids.SNAPSHOT_SINK,
      "snapshot-metrics",
      producer(Uids.SNAPSHOT_SINK)),
  /** Sends all else to the broker. */
  SINKS(
      "sinks",
      producer(""),
      Uids.SCORE_SINK,
      Uids.METRICS_WINDOW,
      Uids.METRICS_SINK,
      Uids.RECOMMENDATION_SINK,
      Uids.DEAD_LETTER_SINK),
  /** Sends what waits in buffers between tasks, every few milliseconds, however much it is. */
  FLUSH("flush", "OutputFlusher"),
  /** Writes and compacts RocksDB's files; reads and writes of rows count for their operator. */
  ROCKSDB("rocksDb"),
  /** Compiles byte code. */
  COMPILER("compiler"),
  /** Frees memory. */
  GARBAGE_COLLECTOR("garbageCollector"),
  /** All else: the cluster's own threads, the benchmark, threads that have ended. */
  OTHER("other");

  /** Threads outside Java, by the beginning of their names. */
  private static final Map<String, CpuPart> NATIVE =
      Map.of(
          "rocksdb:", ROCKSDB,
          "C1 Compiler", COMPILER,
          "C2 Compiler", COMPILER,
          "GC Thread", GARBAGE_COLLECTOR,
          "G1 ", GARBAGE_COLLECTOR);

  private final String label;
  private final Pattern threads;

  CpuPart(String label, String... threads) {
    this.label = label;
    this.threads = Pattern.compile(threads.length == 0 ? "(?!)" : String.join("|", threads));
  }

  private static String source(String... uids) {
    return "(Source Data Fetcher for )?Source: (%s)".formatted(String.join("|", uids));
  }

  private static String producer(String uid) {
    return "kafka-producer-network-thread .*" + uid;
  }

  /** Its name in the closing line. */
  String label() {
    return label;
  }

  /** Divides what was used, in nanoseconds; the parts' sum is the job's process and the broker. */
  static Map<CpuPart, Long> divide(CpuAccount used) {
    Map<CpuPart, Long> parts = new EnumMap<>(CpuPart.class);
    Arrays.stream(values()).forEach(part -> parts.put(part, 0L));
    used.java().forEach((thread, nanos) -> parts.merge(ofJava(thread), nanos, Long::sum));
    used.all()
        .forEach(
            (thread, nanos) ->
                NATIVE.forEach(
                    (start, part) -> {
                      if (thread.startsWith(start)) {
                        parts.merge(part, nanos, Long::sum);
                      }
                    }));
    long known = parts.values().stream().mapToLong(Long::longValue).sum();
    parts.merge(OTHER, Math.max(0, used.process() - known), Long::sum);
    parts.put(BROKER, used.broker());
    return parts;
  }

  private static CpuPart ofJava(String thread) {
    return Arrays.stream(values())
        .filter(part -> part.threads.matcher(thread).lookingAt())
        .findFirst()
        .orElse(OTHER);
  }
}
