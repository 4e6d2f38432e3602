package io.rivulet.learner.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.spec.OptimizerSpec;
import io.rivulet.learner.spec.OptimizerType;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every optimiser owes its callers. */
class OptimizerContractTest {
  private static final int WIDTH = 3;

  @ParameterizedTest
  @EnumSource(OptimizerType.class)
  void finds_the_minimum_of_a_bowl(OptimizerType type) {
    Fixture fixture = new Fixture(type);
    for (int step = 0; step < 500; step++) {
      fixture.step(1);
    }
    for (int i = 0; i < WIDTH; i++) {
      assertThat(fixture.array[fixture.groups.offset(1) + i]).isBetween(1.99f, 2.01f);
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerType.class)
  void leaves_other_groups_and_their_slots_alone(OptimizerType type) {
    Fixture fixture = new Fixture(type);
    fixture.step(1);
    float[] afterOne = fixture.array.clone();
    fixture.step(0);
    Fixture other = new Fixture(type);
    other.step(0);
    other.step(1);
    assertThat(fixture.array).isEqualTo(other.array).isNotEqualTo(afterOne);
  }

  @ParameterizedTest
  @EnumSource(OptimizerType.class)
  void continues_from_a_saved_array_as_if_never_stopped(OptimizerType type) {
    Fixture fixture = new Fixture(type);
    fixture.step(0);
    float[] saved = fixture.array.clone();
    fixture.step(0);
    Fixture restored = new Fixture(type);
    System.arraycopy(saved, 0, restored.array, 0, saved.length);
    restored.step(0);
    assertThat(restored.array).isEqualTo(fixture.array);
  }

  @ParameterizedTest
  @EnumSource(OptimizerType.class)
  void stays_finite_for_the_largest_gradient_that_the_guard_lets_through(OptimizerType type) {
    Fixture fixture = new Fixture(type);
    float[] gradient = new float[fixture.array.length];
    Arrays.fill(gradient, (float) 1e16);
    fixture.groups.step(fixture.array, 0, gradient);
    for (float number : fixture.array) {
      assertThat(number).isFinite();
    }
  }

  /** Two groups that descend ½(p − 2)². */
  private static final class Fixture {
    final ParameterGroups groups;
    final float[] array;

    Fixture(OptimizerType type) {
      Segments segments = new Segments();
      OptimizerSpec spec = new OptimizerSpec(type, 0.3, 1e-8, 0.1, 1, 0, 0, 0.9, 0.999, 0, 0, 1);
      groups =
          new ParameterGroups(
              segments,
              "test",
              Axis.of(2),
              Shape.of(WIDTH),
              Start.constant(0),
              Optimizers.of(spec));
      array = new float[segments.length()];
    }

    void step(int group) {
      float[] gradient = new float[array.length];
      for (int i = groups.offset(group); i < groups.offset(group) + WIDTH; i++) {
        gradient[i] = array[i] - 2;
      }
      groups.step(array, group, gradient);
    }
  }
}
