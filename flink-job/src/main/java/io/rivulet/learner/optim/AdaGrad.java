package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * AdaGrad, one accumulator per parameter: a ← δ·a + g², p ← p − η·g / (√a + ε) (Duchi, Hazan,
 * Singer, JMLR 2011). The decay δ is ours: on an endless stream a sum without decay stops learning.
 *
 * <p>Many parameters are moved in arrays of their own, beginning at 0: there the JVM computes
 * several at a time, within one array it does not.
 */
final class AdaGrad implements Optimizer {
  /** Parameters in the arrays. */
  private static final int ROOM = 1024;

  /** With fewer parameters, to copy them takes longer than it saves. */
  private static final int MANY = 64;

  private final float learningRate;
  private final float epsilon;
  private final float initial;
  private final float decay;
  private final float[] someParameters = new float[ROOM];
  private final float[] someSquares = new float[ROOM];
  private final float[] someGradients = new float[ROOM];

  /**
   * The rule with its constants.
   *
   * @param initial what accumulators begin with
   * @param decay 1 for none
   */
  AdaGrad(float learningRate, float epsilon, float initial, float decay) {
    this.learningRate = learningRate;
    this.epsilon = epsilon;
    this.initial = initial;
    this.decay = decay;
  }

  @Override
  public List<Segment> slots(Shape width) {
    return List.of(new Segment("squares", width, Merge.NOT_NEGATIVE, Start.constant(initial)));
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    int squares = slots[0];
    if (width < MANY) {
      for (int i = 0; i < width; i++) {
        float g = gradient[parameters + i];
        float sum = grown(array[squares + i], g);
        array[squares + i] = sum;
        array[parameters + i] = moved(array[parameters + i], sum, g);
      }
      return;
    }
    for (int from = 0; from < width; from += ROOM) {
      int length = Math.min(ROOM, width - from);
      System.arraycopy(array, parameters + from, someParameters, 0, length);
      System.arraycopy(array, squares + from, someSquares, 0, length);
      System.arraycopy(gradient, parameters + from, someGradients, 0, length);
      moveSome(length);
      System.arraycopy(someParameters, 0, array, parameters + from, length);
      System.arraycopy(someSquares, 0, array, squares + from, length);
    }
  }

  private void moveSome(int length) {
    for (int i = 0; i < length; i++) {
      float g = someGradients[i];
      float sum = grown(someSquares[i], g);
      someSquares[i] = sum;
      someParameters[i] = moved(someParameters[i], sum, g);
    }
  }

  private float grown(float sum, float gradient) {
    return decay * sum + gradient * gradient;
  }

  private float moved(float parameter, float sum, float gradient) {
    return parameter - learningRate * gradient / ((float) Math.sqrt(sum) + epsilon);
  }
}
