package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Layouts;
import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradients of a network without some of its units follow how its outputs move. */
class DropoutGradientTest {
  private static final int EXAMPLES = 4;
  private static final long SEED = 11;

  private static final float STEP = 1e-3f;
  private static final double TOLERANCE = 5e-3;

  private final Random random = new Random(2);
  private int checked;
  private int edges;

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void gradientsAreThoseOfTheThinnedNetwork(ArchitectureType type) {
    ArchitectureSpec layers = Specs.architecture(type, List.of(12, 8), 6).withDropout(0.3);
    LearnerSpec spec =
        Specs.layered(
            Specs.learner(List.of(Specs.binary("like", 4), Specs.binary("love", 5)), List.of()),
            layers);
    float[] dense = Layouts.dense(spec).initial("dense", "");
    for (int i = 0; i < dense.length; i++) {
      // So that no rectifier stands on its edge, as behind a layer that was left out whole.
      dense[i] += 0.2f * (float) random.nextGaussian();
    }
    Model model = new Model(spec);
    try (Network network = new Network(model)) {
      network.load(dense);
      NetworkPass pass = network.pass(EXAMPLES);
      int height = pass.input().length / EXAMPLES;
      for (int i = 0; i < pass.input().length; i++) {
        pass.input()[i] = i % height == height - 1 ? 1 : (float) random.nextGaussian();
      }
      float[] direction = new float[pass.output().length];
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (i + 1) % 3 == 0 ? 0 : (float) random.nextGaussian();
      }
      pass.forward();
      float[] whole = pass.output().clone();
      pass.forward(SEED);
      assertThat(pass.output()).isNotEqualTo(whole);
      System.arraycopy(direction, 0, pass.outputGradient(), 0, direction.length);
      assertThat(pass.backward(gradients -> {})).isNull();
      float[] inputGradient = pass.inputGradient().clone();
      float[] gradient = new float[dense.length];
      network.gather(gradient);

      int learned = model.inputs().learned();
      for (int i = 0; i < pass.input().length; i += 7) {
        if (i % height < learned) {
          int at = i / height * (learned + 1) + i % height;
          check(pass.input(), i, inputGradient[at], () -> along(pass, direction));
        }
      }
      for (int i = 0; i < dense.length; i += 5) {
        if (gradient[i] != 0) {
          check(
              dense,
              i,
              gradient[i],
              () -> {
                network.load(dense);
                return along(pass, direction);
              });
        }
      }
      assertThat(checked).isGreaterThan(40);
      assertThat(edges).isLessThan(checked / 20);
    }
  }

  private void check(float[] values, int at, float gradient, DoubleSupplier function) {
    float before = values[at];
    double middle = function.getAsDouble();
    values[at] = before + STEP;
    double up = (function.getAsDouble() - middle) / STEP;
    values[at] = before - STEP;
    double down = (middle - function.getAsDouble()) / STEP;
    values[at] = before;
    if (Math.abs(up - down) > TOLERANCE) {
      edges++; // a rectifier's edge lies within the step, and moves the mean by up to half of that
    } else {
      assertThat((up + down) / 2).isCloseTo(gradient, within(TOLERANCE));
      checked++;
    }
  }

  /** The outputs of the thinned network in one direction. */
  private static double along(NetworkPass pass, float[] direction) {
    pass.forward(SEED);
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += (double) direction[i] * pass.output()[i];
    }
    return sum;
  }
}
