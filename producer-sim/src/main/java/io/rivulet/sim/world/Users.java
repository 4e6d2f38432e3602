package io.rivulet.sim.world;

import java.util.Arrays;

/** The users: all facts are made from a hash of the user's number, none is stored. */
final class Users {
  private static final double ACTIVITY_DEVIATION = 0.4;

  private final long facts;
  private final long tastes;
  private final Demographics demographics;
  private final Drift drift;
  private final double deviation;

  Users(long seed, int dimension, double driftPerDay) {
    facts = Hash.named(seed, "facts");
    tastes = Hash.named(seed, "tastes");
    demographics = new Demographics(seed, dimension);
    drift = new Drift(Hash.named(seed, "drift"), driftPerDay);
    deviation = 1 / Math.sqrt(dimension);
  }

  int age(long user) {
    return Hash.below(Demographics.AGES.size(), Hash.of(Hash.of(facts, user), 0));
  }

  int gender(long user) {
    return Hash.below(Demographics.GENDERS.size(), Hash.of(Hash.of(facts, user), 1));
  }

  /** How ready this user is to act at all, in log odds. */
  double readiness(long user) {
    return ACTIVITY_DEVIATION * Hash.gaussian(Hash.of(Hash.of(facts, user), 2));
  }

  /** Writes the user's taste at a time, a unit vector. */
  void taste(long user, double days, double[] taste) {
    Arrays.fill(taste, 0);
    demographics.addTaste(age(user), gender(user), taste);
    Vectors.addGaussian(Hash.of(tastes, user), taste, deviation);
    drift.apply(user, days, taste);
    Vectors.normalise(taste);
  }
}
