package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftTest {
  private static final int DIMENSION = 8;
  private static final int USERS = 2_000;
  private static final double PER_DAY = 0.1;

  @Test
  void squaredStepGrowsWithTimeAsARandomWalks() {
    Drift drift = new Drift(1, PER_DAY);
    double day = meanSquaredStep(drift, 1);

    assertThat(Math.sqrt(day)).isCloseTo(PER_DAY, within(0.01));
    assertThat(meanSquaredStep(drift, 4) / day).isBetween(3.0, 5.0);
    assertThat(meanSquaredStep(drift, 16) / day).isBetween(10.0, 20.0);
    assertThat(meanSquaredStep(drift, 0.01) / day).isLessThan(0.01);
  }

  @Test
  void tastesTurnAwayFromWhereTheyWere() {
    assertThat(meanSimilarity(WorldSettings.DRIFT, 30)).isBetween(0.9, 0.99);
    assertThat(meanSimilarity(0.3, 30)).isLessThan(0.8);
    assertThat(meanSimilarity(0, 30)).isCloseTo(1, within(1e-12));
  }

  private static double meanSquaredStep(Drift drift, double days) {
    double sum = 0;
    for (int user = 0; user < USERS; user++) {
      double[] step = new double[DIMENSION];
      drift.apply(user, 5.5, step);
      double[] later = new double[DIMENSION];
      drift.apply(user, 5.5 + days, later);
      Vectors.add(step, -1, later);
      sum += Vectors.dot(step, step);
    }
    return sum / USERS;
  }

  private static double meanSimilarity(double driftPerDay, double days) {
    Users users = new Users(1, DIMENSION, driftPerDay);
    double[] before = new double[DIMENSION];
    double[] after = new double[DIMENSION];
    double sum = 0;
    for (int user = 0; user < USERS; user++) {
      users.taste(user, 0, before);
      users.taste(user, days, after);
      sum += Vectors.dot(before, after);
    }
    return sum / USERS;
  }
}
