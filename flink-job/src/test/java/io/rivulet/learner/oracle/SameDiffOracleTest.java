package io.rivulet.learner.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Example;
import io.rivulet.learner.GradientCase;
import io.rivulet.learner.Learner;
import io.rivulet.learner.SegmentView;
import io.rivulet.learner.Step;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The learner's losses and gradients are those that automatic differentiation finds. */
class SameDiffOracleTest {
  /**
   * Of the largest number of a segment, at least of 1. The oracle computes in double precision, the
   * learner in floats, whose last bit is 6e-8 of a number: some ten roundings on the way, and those
   * of the parameters whose difference is taken. OpenBLAS adds in another order for each kind of
   * processor: it is 2.6e-6 where it chooses its kernels for Cooper Lake, below 2e-6 on others.
   */
  private static final double TOLERANCE = 5e-6;

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void lossesAndGradientsAgree(ArchitectureType type) {
    check(GradientCase.of(type));
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void aTaskWithAStoppedGradientLearnsItsOwnPartAlone(ArchitectureType type) {
    check(GradientCase.withAStoppedTask(type));
  }

  private static void check(GradientCase given) {
    List<Example> batch = given.batch();
    Model layout = new Model(given.spec());
    try (Learner learner = new Learner(given.spec())) {
      given.perturb(learner.dense());
      SameDiffModel oracle = new SameDiffModel(given.spec(), learner.dense(), batch);
      float[] dense = learner.dense().clone();
      List<float[]> users = batch.stream().map(example -> example.user().clone()).toList();
      List<float[]> items = batch.stream().map(example -> example.item().clone()).toList();

      Step step = learner.learn(batch);

      for (int task = 0; task < given.spec().tasks().size(); task++) {
        double[] losses = oracle.losses(task);
        for (int i = 0; i < batch.size(); i++) {
          if (!Float.isNaN(batch.get(i).labels()[task])) {
            assertThat(step.loss(i, task))
                .as("loss")
                .isCloseTo(losses[i], within(tolerance(losses)));
          }
        }
      }
      for (String segment : oracle.denseSegments()) {
        float[] moved = moved(layout.dense(), segment, dense, learner.dense());
        check("dense " + segment, moved, oracle.denseGradient(segment));
      }
      for (String segment : oracle.rowSegments()) {
        double[][] ofUsers = oracle.userGradients(segment);
        double[][] ofItems = oracle.itemGradients(segment);
        Segments rows = layout.row().segments();
        for (int i = 0; i < batch.size(); i++) {
          check(
              "user " + segment,
              moved(rows, segment, users.get(i), batch.get(i).user()),
              ofUsers[i]);
          check(
              "item " + segment,
              moved(rows, segment, items.get(i), batch.get(i).item()),
              ofItems[i]);
        }
      }
    }
  }

  private static void check(String name, float[] moved, double[] gradient) {
    assertThat(moved).hasSameSizeAs(gradient);
    for (int i = 0; i < moved.length; i++) {
      assertThat((double) moved[i])
          .as("%s %d", name, i)
          .isCloseTo(gradient[i], within(tolerance(gradient)));
    }
  }

  private static double tolerance(double[] expected) {
    return TOLERANCE * Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
  }

  /** How far a segment has gone against its gradient. */
  private static float[] moved(Segments segments, String name, float[] before, float[] after) {
    float[] moved = new SegmentView(segments, before).segment(name);
    float[] gone = new SegmentView(segments, after).segment(name);
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= gone[i];
    }
    return moved;
  }
}
