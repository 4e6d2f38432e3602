package io.rivulet.learner.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every loss owes its callers. */
class TaskLossContractTest {
  private static final int AT = 2;

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(new BinaryLoss(), 1f, new float[] {0.7f}),
        Arguments.of(new BinaryLoss(), 0f, new float[] {-2.5f}),
        Arguments.of(new BinaryLoss(), 0.25f, new float[] {1.5f}),
        Arguments.of(new SquaredLoss(1, 5), 4f, new float[] {-0.3f}),
        Arguments.of(new HuberLoss(new SquaredLoss(1, 5), 0.25), 4f, new float[] {0.6f}),
        Arguments.of(new HuberLoss(new SquaredLoss(1, 5), 0.25), 4f, new float[] {-0.3f}),
        Arguments.of(new ScaledLoss(new SquaredLoss(1, 5), 3), 2f, new float[] {0.4f}),
        Arguments.of(new ProductLoss(2), 1f, new float[] {0.5f, -1f}),
        Arguments.of(new ProductLoss(2), 0f, new float[] {1.5f, 2f}),
        Arguments.of(new ProductLoss(3), 0.25f, new float[] {0.5f, -1f, 2f}),
        Arguments.of(new SoftmaxLoss(3), 1f, new float[] {0.5f, -1f, 2f}));
  }

  /** The others' curvature depends on the label, which is not asked for. */
  static Stream<Arguments> quadraticLosses() {
    return losses()
        .filter(arguments -> !(arguments.get()[0] instanceof HuberLoss))
        .filter(arguments -> !(arguments.get()[0] instanceof ProductLoss));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientAgreesWithCentralDifferences(TaskLoss loss, float label, float[] raw) {
    float[] outputs = placed(raw);
    float[] gradient = new float[outputs.length];
    assertThat(loss.loss(outputs, AT, label, gradient)).isNotNegative();
    assertThat(outputs).isEqualTo(placed(raw));
    for (int i = AT; i < AT + loss.outputs(); i++) {
      float step = 1 / 64f;
      float[] up = outputs.clone();
      float[] down = outputs.clone();
      up[i] += step;
      down[i] -= step;
      float[] unused = new float[outputs.length];
      double difference = loss.loss(up, AT, label, unused) - loss.loss(down, AT, label, unused);
      assertThat((double) gradient[i]).isCloseTo(difference / (2 * step), within(1e-4));
    }
    assertThat(gradient[0]).isZero();
    assertThat(gradient[gradient.length - 1]).isZero();
  }

  @ParameterizedTest
  @MethodSource("quadraticLosses")
  void curvatureAgreesWithCentralDifferencesOfTheGradient(TaskLoss loss, float label, float[] raw) {
    float[] outputs = placed(raw);
    double trace = 0;
    for (int i = AT; i < AT + loss.outputs(); i++) {
      float step = 1 / 64f;
      float[] up = outputs.clone();
      float[] down = outputs.clone();
      up[i] += step;
      down[i] -= step;
      float[] above = new float[outputs.length];
      float[] below = new float[outputs.length];
      loss.loss(up, AT, label, above);
      loss.loss(down, AT, label, below);
      trace += (above[i] - below[i]) / (2 * step);
    }
    assertThat(loss.curvature(outputs, AT)).isCloseTo(trace, within(1e-3));
    assertThat(outputs).isEqualTo(placed(raw));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theMeanOfManyLabelsIsTheirBestConstantOutput(TaskLoss loss, float label, float[] raw) {
    float[] outputs = new float[AT + loss.outputs() + 1];
    float[] gradient = new float[outputs.length];
    for (int i = 0; i < loss.outputs(); i++) {
      outputs[AT + i] = (float) loss.raw(loss.target(label, i));
      assertThat(loss.raw(0)).isFinite();
      assertThat(loss.raw(1)).isFinite();
      assertThat(loss.raw(loss.neutralTarget())).isBetween(-2.0, 0.0);
    }
    loss.loss(outputs, AT, label, gradient);
    for (int i = 0; i < loss.outputs(); i++) {
      assertThat((double) gradient[AT + i]).isCloseTo(0, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void staysFiniteFarOut(TaskLoss loss, float label, float[] raw) {
    for (float far : new float[] {-1e8f, 1e8f}) {
      float[] outputs = placed(raw);
      outputs[AT] = far;
      float[] gradient = new float[outputs.length];
      assertThat(loss.loss(outputs, AT, label, gradient)).isFinite().isNotNegative();
      float[] prediction = new float[loss.outputs()];
      loss.predict(outputs, AT, prediction, 0);
      for (int i = 0; i < prediction.length; i++) {
        assertThat(prediction[i]).isFinite();
        assertThat(gradient[AT + i]).isFinite();
      }
    }
  }

  @Test
  void theCurvatureOfAProductIsTheMeanSquareGradientOfLabelsAsPredicted() {
    TaskLoss product = new ProductLoss(2);
    float[] raw = {0.5f, -1};
    float[] probability = new float[1];
    product.predict(raw, 0, probability, 0);
    float[] yes = new float[2];
    float[] no = new float[2];
    product.loss(raw, 0, 1, yes);
    product.loss(raw, 0, 0, no);
    double p = probability[0];
    double mean = 0;
    for (int i = 0; i < 2; i++) {
      mean += p * yes[i] * yes[i] + (1 - p) * no[i] * no[i];
    }
    assertThat(product.curvature(raw, 0)).isCloseTo(mean, within(1e-6));
  }

  @Test
  void aProductIsThatOfItsFactorsAndKnowsWhatIsAlmostCertain() {
    float[] prediction = new float[1];
    new ProductLoss(2).predict(new float[] {(float) Math.log(3), 0}, 0, prediction, 0);
    assertThat(prediction[0]).isCloseTo(0.375f, within(1e-6f));
    // 1 − p is e^−800 + e^−800, below the least number there is
    float[] gradient = new float[2];
    double loss = new ProductLoss(2).loss(new float[] {800, 800}, 0, 0, gradient);
    assertThat(loss).isCloseTo(800 - Math.log(2), within(1e-6));
    assertThat(gradient).containsExactly(0.5f, 0.5f);
  }

  @Test
  void huberPullsNoHarderThanAtItsKnee() {
    TaskLoss huber = new HuberLoss(new SquaredLoss(1, 5), 0.25);
    float[] gradient = new float[1];
    // the target is 0.5: an error of ½ is beyond the knee
    assertThat(huber.loss(new float[] {1}, 0, 4, gradient))
        .isCloseTo((0.25 * 0.5 - 0.25 * 0.25 / 2) / 0.25, within(1e-9));
    assertThat(gradient[0]).isEqualTo(1);
    assertThat(huber.loss(new float[] {0.6f}, 0, 4, gradient)).isCloseTo(0.02, within(1e-6));
  }

  @Test
  void saysWhatIsWrongWithALabel() {
    assertThat(new BinaryLoss().problem(1)).isNull();
    assertThat(new BinaryLoss().problem(2)).contains("0 to 1");
    assertThat(new ProductLoss(2).problem(1)).isNull();
    assertThat(new ProductLoss(2).problem(-1)).contains("0 to 1");
    assertThat(new SquaredLoss(1, 5).problem(5)).isNull();
    assertThat(new SquaredLoss(1, 5).problem(5.5f)).contains("1.0 to 5.0");
    assertThat(new SquaredLoss(1, 5).problem(Float.POSITIVE_INFINITY)).isNotNull();
    assertThat(new SoftmaxLoss(3).problem(2)).isNull();
    assertThat(new SoftmaxLoss(3).problem(3)).contains("3 classes");
    assertThat(new SoftmaxLoss(3).problem(0.5f)).isNotNull();
  }

  @Test
  void predictsInTheLabelsUnitAndRange() {
    float[] prediction = new float[3];
    new SquaredLoss(1, 5).predict(new float[] {0.5f}, 0, prediction, 1);
    assertThat(prediction[1]).isEqualTo(4);
    new SquaredLoss(1, 5).predict(new float[] {7}, 0, prediction, 1);
    assertThat(prediction[1]).isEqualTo(5);
    new BinaryLoss().predict(new float[] {(float) Math.log(3)}, 0, prediction, 0);
    assertThat(prediction[0]).isCloseTo(0.75f, within(1e-6f));
    new SoftmaxLoss(2).predict(new float[] {0, (float) Math.log(3)}, 0, prediction, 1);
    assertThat(prediction[2]).isCloseTo(0.75f, within(1e-6f));
  }

  /** The outputs with other tasks' numbers around them. */
  private static float[] placed(float[] raw) {
    float[] outputs = new float[AT + raw.length + 1];
    System.arraycopy(raw, 0, outputs, AT, raw.length);
    return outputs;
  }
}
