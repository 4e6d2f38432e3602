package io.rivulet.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured, at full speed or under the steady load.
 *
 * @param events scores that came
 * @param seconds time that it took
 * @param used CPU time that it took
 * @param collecting milliseconds in which the garbage collector stopped the job
 * @param perMicroBatch events that a learner took at a time, on average
 * @param slowestSecond scores that came in the second in which fewest came
 */
record Measurement(
    long events,
    double seconds,
    CpuAccount used,
    long collecting,
    double perMicroBatch,
    double slowestSecond) {
  private static final int THREADS = 25;

  double perSecond() {
    return events / seconds;
  }

  /** CPU microseconds per event of the job and the broker. */
  double micros() {
    return micros(used.process() + used.broker());
  }

  /** The same by part, with their names. */
  Map<String, Double> microsByPart() {
    Map<String, Double> parts = new LinkedHashMap<>();
    CpuPart.divide(used).forEach((part, nanos) -> parts.put(part.label(), micros(nanos)));
    return parts;
  }

  /** A table of the threads that took most, and of the parts. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("CPU time by thread, us/event:");
    used.java().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(THREADS)
        .forEach(thread -> lines.add(line(micros(thread.getValue()), thread.getKey())));
    lines.add("CPU time by part, us/event:");
    microsByPart().forEach((part, micros) -> lines.add(line(micros, part)));
    lines.add(line(micros(), "all"));
    return lines;
  }

  private double micros(long nanos) {
    return nanos / 1e3 / events;
  }

  private static String line(double micros, String name) {
    return "%8.2f  %s".formatted(micros, name);
  }
}
