package io.rivulet.sim.world;

/**
 * The law of this world: how probable each step is. Log odds of a step, given the one before:
 *
 * <pre>base(step) + share(step) · (strength · affinity(step) + quality + readiness + context)
 *     - price effect (shop only)</pre>
 *
 * <p>The affinity of a step is the product of the user's and the item's taste, where each step
 * weighs the dimensions in its own way around a common one: related tasks, not equal ones. Holds
 * the result of the last call of {@link #compute}.
 */
final class Outcome {
  private static final double STRENGTH = 1.3;
  private static final double OWN_WEIGHTING = 0.4;
  private static final double WATCH_STRENGTH = 0.9;
  private static final double[] DEVICE = {0.25, 0.0, -0.25};
  private static final double[] PLACEMENT = {-0.3, 0.4, -0.1};
  private static final double HOUR = 0.5;
  private static final double FATIGUE = 0.03;
  private static final double MEAN_POSITION = 5;
  private static final double PRICE = 0.3;
  private static final double LATER_STEPS = 0.6;

  private final Scenario scenario;
  private final Items items;
  private final double[][] weightings;
  private final double[] peakHours;
  private final double[] reached;
  private final double priceEffect;
  private double watchShare;

  Outcome(Scenario scenario, Items items, long seed, int dimension) {
    this.scenario = scenario;
    this.items = items;
    int steps = scenario.actions().size();
    reached = new double[steps];
    priceEffect = scenario == Scenario.ECOMMERCE ? PRICE : 0;
    weightings = new double[steps][];
    long weightingSeed = Hash.named(seed, "weightings");
    for (int step = 0; step < steps; step++) {
      weightings[step] = Vectors.gaussian(Hash.of(weightingSeed, step), dimension, OWN_WEIGHTING);
      for (int i = 0; i < dimension; i++) {
        weightings[step][i] = (1 + weightings[step][i]) * Math.sqrt(dimension);
      }
    }
    peakHours = new double[scenario.classes().size()];
    for (int c = 0; c < peakHours.length; c++) {
      peakHours[c] = Situation.HOURS * Hash.uniform(Hash.of(Hash.named(seed, "hours"), c));
    }
  }

  /** Computes the probabilities of all steps, given that the item is shown now. */
  void compute(Session session, int item, int hour) {
    double[] taste = items.taste(item);
    double common = items.quality(item) + session.readiness;
    double phase = 2 * Math.PI * (hour - peakHours[items.classOf(item)]) / Situation.HOURS;
    double context =
        DEVICE[session.device]
            + PLACEMENT[session.placement]
            + HOUR * Math.cos(phase)
            - FATIGUE * (session.position - MEAN_POSITION);
    reached[0] = 1;
    for (int step = 1; step < reached.length; step++) {
      double share = step == 1 ? 1 : LATER_STEPS;
      double odds =
          scenario.base(step)
              + share
                  * (STRENGTH * affinity(weightings[step], session.taste, taste) + common + context)
              - priceEffect * (step - 1) * items.priceLevel(item);
      reached[step] = reached[step - 1] * sigmoid(odds);
    }
    double watch =
        WATCH_STRENGTH * affinity(weightings[0], session.taste, taste)
            + LATER_STEPS * (common + context);
    watchShare = sigmoid(watch - 0.5);
  }

  /** The probability that the action is the step's or a deeper one. */
  double reached(int step) {
    return reached[step];
  }

  /** The expected share of the full length that is watched, if it is played, in (0, 1). */
  double watchShare() {
    return watchShare;
  }

  private static double affinity(double[] weighting, double[] user, double[] item) {
    double sum = 0;
    for (int i = 0; i < user.length; i++) {
      sum += weighting[i] * user[i] * item[i];
    }
    return sum;
  }

  private static double sigmoid(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
