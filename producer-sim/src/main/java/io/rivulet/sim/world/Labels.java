package io.rivulet.sim.world;

import java.util.List;
import java.util.SplittableRandom;

/** Turns an outcome into the value of an event and into the truth of each task. */
final class Labels {
  private static final double LONGEST_WATCH = 600;
  private static final double WATCH_SPREAD = 0.45;
  private static final double[] DISCOUNTS = {0, 0, 0, 0.1, 0.2};

  private final Scenario scenario;
  private final Items items;
  private final List<WorldTask> tasks;

  Labels(Scenario scenario, Items items) {
    this.scenario = scenario;
    this.items = items;
    this.tasks = scenario.tasks();
  }

  /** The event's value: seconds watched, price paid, or null. */
  Double value(int step, int item, Outcome outcome, SplittableRandom random) {
    return switch (scenario) {
      case VIDEO -> step >= 1 ? watched(outcome.watchShare(), random) : null;
      case ECOMMERCE -> step == 3 ? paid(items.price(item), random) : null;
      case SOCIAL, MUSIC -> null;
    };
  }

  double[] truth(int item, Outcome outcome) {
    double[] truth = new double[tasks.size()];
    for (int i = 0; i < truth.length; i++) {
      WorldTask task = tasks.get(i);
      truth[i] =
          switch (task.kind()) {
            case BINARY -> outcome.reached(task.step());
            case REGRESSION -> LONGEST_WATCH * outcome.watchShare();
            case MULTICLASS -> items.classOf(item);
          };
    }
    return truth;
  }

  /** Triangular noise around the mean, narrower near the ends, so that the mean stays exact. */
  private static double watched(double mean, SplittableRandom random) {
    double spread = Math.min(WATCH_SPREAD, Math.min(mean, 1 - mean));
    double triangular = random.nextDouble() - 1 + random.nextDouble();
    return LONGEST_WATCH * (mean + spread * triangular);
  }

  private static double paid(double price, SplittableRandom random) {
    return Math.round(price * 100 * (1 - DISCOUNTS[random.nextInt(DISCOUNTS.length)])) / 100.0;
  }
}
