package io.rivulet.learner.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.spec.WeightingType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every weighting owes its callers. */
class TaskWeightingContractTest {
  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void weighsExtremeLossesByFiniteNumbersFromZeroOn(WeightingType type) {
    Fixture fixture = Fixture.of(type);
    for (double extreme : new double[] {0, 1e-12, 1e6, 1e-30, 1e30, 0}) {
      TaskSignals signals = Signals.of(extreme, 1);
      for (int i = 0; i < 2000; i++) {
        for (double weight : fixture.weights(signals)) {
          assertThat(weight).isNotNegative().isFinite();
        }
        fixture.update(signals);
      }
    }
    for (float number : fixture.dense) {
      assertThat(number).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void anAbsentTaskKeepsItsWeight(WeightingType type) {
    Fixture fixture = Fixture.of(type);
    Random random = new Random(2);
    learn(fixture, random, 50);
    double before = fixture.weights()[0];
    for (int i = 0; i < 50; i++) {
      fixture.update(Signals.of(Double.NaN, random.nextDouble()));
    }
    assertThat(fixture.weights()[0]).isEqualTo(before);
    for (int i = 0; i < 50; i++) {
      fixture.update(Signals.of(Double.NaN, Double.NaN));
    }
    assertThat(fixture.weights()[0]).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void continuesFromSavedParametersAndChangesNoInput(WeightingType type) {
    Fixture fixture = Fixture.of(type);
    learn(fixture, new Random(3), 20);
    Fixture restored = Fixture.of(type);
    System.arraycopy(fixture.dense, 0, restored.dense, 0, fixture.dense.length);
    double[] losses = {0.3, 0.6};
    double[] norms = {0.2, 0.1};
    TaskSignals signals = Signals.of(losses, norms);
    double[] outputNorms = signals.outputNorms().clone();
    float[] dense = fixture.dense.clone();
    fixture.weights(signals);
    assertThat(fixture.dense).isEqualTo(dense);
    fixture.update(signals);
    restored.update(signals);
    learn(fixture, new Random(4), 20);
    learn(restored, new Random(4), 20);
    assertThat(restored.dense).isEqualTo(fixture.dense);
    assertThat(restored.weights(signals)).isEqualTo(fixture.weights(signals));
    assertThat(losses).containsExactly(0.3, 0.6);
    assertThat(norms).containsExactly(0.2, 0.1);
    assertThat(signals.outputNorms()).isEqualTo(outputNorms);
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void computesTheSameTwice(WeightingType type) {
    Fixture first = Fixture.of(type);
    Fixture second = Fixture.of(type);
    learn(first, new Random(5), 100);
    learn(second, new Random(5), 100);
    assertThat(first.dense).isEqualTo(second.dense);
    assertThat(first.weights()).isEqualTo(second.weights());
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightingType.class,
      names = {"EQUAL", "STATIC"},
      mode = Mode.EXCLUDE)
  void theUnitOfALossDoesNotMatter(WeightingType type) {
    Fixture plain = Fixture.of(type);
    Fixture scaled = Fixture.of(type);
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      TaskSignals signals = Signals.of(random.nextDouble() / (1 + i), random.nextDouble());
      TaskSignals hundredfold = signals.scaled(new double[] {100, 1});
      double[] weights = plain.weights(signals);
      double[] smaller = scaled.weights(hundredfold);
      assertThat(smaller[0] * 100).isCloseTo(weights[0], within(1e-3 * weights[0]));
      assertThat(smaller[1]).isCloseTo(weights[1], within(1e-3 * weights[1]));
      plain.update(signals);
      scaled.update(hundredfold);
    }
  }

  @ParameterizedTest
  @EnumSource(WeightingType.class)
  void readsTheSharedNormsIfItSaysSoAndOnlyThen(WeightingType type) {
    Fixture measured = Fixture.of(type);
    Fixture unmeasured = Fixture.of(type);
    double[] none = {Double.NaN, Double.NaN};
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      double[] losses = {random.nextDouble(), random.nextDouble()};
      double[] norms = {random.nextDouble(), random.nextDouble()};
      measured.update(Signals.of(losses, norms));
      unmeasured.update(Signals.of(losses, none));
    }
    boolean same = Arrays.equals(measured.dense, unmeasured.dense);
    assertThat(same).isEqualTo(!measured.weighting.readsSharedNorms());
  }

  private static void learn(Fixture fixture, Random random, int batches) {
    for (int i = 0; i < batches; i++) {
      double first = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble();
      fixture.update(Signals.of(first, random.nextDouble()));
    }
  }
}
