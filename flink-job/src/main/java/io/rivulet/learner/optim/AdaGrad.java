package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * AdaGrad, one accumulator per parameter: a ← δ·a + g², p ← p − η·g / (√a + ε) (Duchi, Hazan,
 * Singer, JMLR 2011). The decay δ is ours: on an endless stream a sum without decay stops learning.
 */
record AdaGrad(float learningRate, float epsilon, float initial, float decay) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return List.of(new Segment("squares", width, Merge.NOT_NEGATIVE, Start.constant(initial)));
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    int squares = slots[0];
    for (int i = 0; i < width; i++) {
      float g = gradient[parameters + i];
      float sum = decay * array[squares + i] + g * g;
      array[squares + i] = sum;
      array[parameters + i] -= learningRate * g / ((float) Math.sqrt(sum) + epsilon);
    }
  }
}
