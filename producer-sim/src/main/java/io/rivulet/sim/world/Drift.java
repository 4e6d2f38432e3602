package io.rivulet.sim.world;

/**
 * A random walk in taste space that can be asked for any moment without walking there: four layers
 * of noise, each interpolated between independent points {@code 1, 4, 16, 64} days apart, with a
 * variance that grows with the distance. On these scales the squared step grows with time as a
 * random walk's does; within an hour the path is smooth.
 */
final class Drift {
  private static final int LAYERS = 4;
  private static final int RATIO = 4;

  /** Makes the squared steps of all layers at a lag of one day add up to 1. */
  private static final double VARIANCE = 0.6;

  private final long seed;
  private final double perDay;

  /**
   * Creates the walk.
   *
   * @param perDay root mean square length of a day's step (before the taste is put back onto the
   *     unit sphere), {@code >= 0}
   */
  Drift(long seed, double perDay) {
    this.seed = seed;
    this.perDay = perDay;
  }

  /** Moves a taste to where the walk of this user has led it. */
  void apply(long user, double days, double[] taste) {
    if (perDay == 0) {
      return;
    }
    long walk = Hash.of(seed, user);
    double period = 1;
    for (int layer = 0; layer < LAYERS; layer++) {
      double deviation = perDay * Math.sqrt(VARIANCE * period / taste.length);
      double position = days / period + Hash.uniform(Hash.of(walk, layer));
      long point = (long) Math.floor(position);
      double share = position - point;
      long path = Hash.of(walk, LAYERS + layer);
      Vectors.addGaussian(Hash.of(path, point), taste, deviation * (1 - share));
      Vectors.addGaussian(Hash.of(path, point + 1), taste, deviation * share);
      period *= RATIO;
    }
  }
}
