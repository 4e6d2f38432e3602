package io.rivulet.bench;

import io.rivulet.learner.Example;
import io.rivulet.learner.Learner;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.sim.source.EventSource;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What the learner does alone, on one thread, with all rows in memory: the yardstick. */
final class BareLearner {
  /**
   * Microseconds of CPU per event.
   *
   * @param mean over all passes: what to compare the job with, whose speed is a mean too. How fast
   *     a machine is may change by a third from second to second
   * @param best of the fastest pass
   */
  record Speed(double mean, double best) {
    /** That of both, which took as many passes. */
    Speed and(Speed other) {
      return new Speed((mean + other.mean) / 2, Math.min(best, other.best));
    }
  }

  private static final int EVENTS = 100_000;
  private static final int BATCH = 256;
  private static final int WARM_UP = 4;
  private static final int PASSES = 25;

  private final LearnerSpec spec;
  private final List<List<Example>> batches;

  /** Encodes the first events of a source. */
  BareLearner(LearnerSpec spec, EventSource source) {
    this.spec = spec;
    batches = ExampleBatches.of(spec, source, EVENTS, BATCH);
  }

  /** Learns all events many times over, after a warm-up. */
  Speed measure() {
    double sum = 0;
    double best = Double.POSITIVE_INFINITY;
    try (Learner learner = new Learner(spec)) {
      for (int pass = 0; pass < WARM_UP; pass++) {
        batches.forEach(learner::learn);
      }
      for (int pass = 0; pass < PASSES; pass++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        batches.forEach(learner::learn);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        double micros = nanos / 1e3 / (batches.size() * BATCH);
        sum += micros;
        best = Math.min(best, micros);
      }
    }
    return new Speed(sum / PASSES, best);
  }
}
