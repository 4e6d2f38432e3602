package io.rivulet.compare;

import io.rivulet.learner.data.Event;
import java.util.List;
import java.util.Map;

/**
 * A stream in memory.
 *
 * @param events in their order
 * @param best by task of the simulated world, what the truth itself reaches; empty where it is not
 *     known
 */
record Recording(String name, List<Event> events, Map<String, Best> best) {
  /** What a perfect model would reach. */
  record Best(Figure figure, double value) {}

  /** What a perfect model would reach in this task, NaN where it is not known. */
  double best(String task, Figure figure) {
    Best known = best.get(task);
    return known == null || known.figure() != figure ? Double.NaN : known.value();
  }
}
