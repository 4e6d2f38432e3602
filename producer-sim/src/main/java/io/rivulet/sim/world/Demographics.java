package io.rivulet.sim.world;

import java.util.List;

/** The slow facts of users, and the mean taste of those who share them. */
final class Demographics {
  static final List<String> AGES = List.of("under-18", "18-24", "25-34", "35-44", "45-54", "55+");
  static final List<String> GENDERS = List.of("F", "M");

  private static final double AGE_SHARE = 0.6;
  private static final double GENDER_SHARE = 0.4;

  private final double[][] ages;
  private final double[][] genders;

  Demographics(long seed, int dimension) {
    ages = Vectors.directions(Hash.named(seed, "ages"), AGES.size(), dimension);
    genders = Vectors.directions(Hash.named(seed, "genders"), GENDERS.size(), dimension);
  }

  void addTaste(int age, int gender, double[] taste) {
    Vectors.add(taste, AGE_SHARE, ages[age]);
    Vectors.add(taste, GENDER_SHARE, genders[gender]);
  }
}
