package io.rivulet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param events scores that came
 * @param seconds time that it took
 * @param used CPU time that it took
 */
record Measurement(long events, double seconds, CpuAccount used) {
  private static final int THREADS = 25;

  /** A table of the threads that took most, and the closing line. */
  List<String> lines(double bare, BenchSettings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("CPU time, us/event:");
    used.threads().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(THREADS)
        .forEach(thread -> lines.add(line(micros(thread.getValue()), thread.getKey())));
    long java = used.threads().values().stream().mapToLong(Long::longValue).sum();
    lines.add(line(micros(used.process() - java), "compiler, garbage collector, RocksDB"));
    lines.add(line(micros(used.process()), "the job's process"));
    lines.add(line(micros(used.broker()), "the broker"));
    lines.add(closing(bare, settings));
    return lines;
  }

  private String closing(double bare, BenchSettings settings) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("events", events);
    line.put("eventsPerSecond", Math.round(events / seconds));
    line.put("cpuMicrosPerEvent", rounded(micros(used.process() + used.broker())));
    line.put("bareLearnerMicrosPerEvent", rounded(bare));
    line.put("users", settings.users());
    line.put("parallelism", settings.parallelism());
    try {
      return "bench-e2e: " + new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private double micros(long nanos) {
    return nanos / 1e3 / events;
  }

  private static String line(double micros, String name) {
    return "%8.2f  %s".formatted(micros, name);
  }

  private static double rounded(double micros) {
    return Math.round(micros * 10) / 10.0;
  }
}
