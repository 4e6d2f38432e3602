package io.rivulet.bench;

import io.rivulet.learner.Example;
import io.rivulet.learner.Learner;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.sim.source.EventSource;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What the learner does alone, on one thread, with all rows in memory: the yardstick. */
final class BareLearner {
  private static final int EVENTS = 100_000;
  private static final int BATCH = 256;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 3;

  private final LearnerSpec spec;
  private final List<List<Example>> batches;

  /** Encodes the first events of a source. */
  BareLearner(LearnerSpec spec, EventSource source) {
    this.spec = spec;
    batches = ExampleBatches.of(spec, source, EVENTS, BATCH);
  }

  /** CPU microseconds per event, the best of three passes after a warm-up. */
  double cpuMicrosPerEvent() {
    double best = Double.POSITIVE_INFINITY;
    try (Learner learner = new Learner(spec)) {
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        batches.forEach(learner::learn);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (round >= WARM_UP) {
          best = Math.min(best, nanos / 1e3 / (batches.size() * BATCH));
        }
      }
    }
    return best;
  }
}
