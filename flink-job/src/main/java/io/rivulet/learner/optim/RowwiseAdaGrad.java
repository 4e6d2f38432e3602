package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * AdaGrad with one accumulator per group: a ← δ·a + ‖g‖²/n, p ← p − η·g / (√a + ε) (as in Mudigere
 * et al., "Software-hardware co-design for fast and scalable training of deep learning
 * recommendation models", ISCA 2022, section 4.1.4). Keeps the gradient's direction and needs one
 * float per row.
 */
record RowwiseAdaGrad(float learningRate, float epsilon, float initial, float decay)
    implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return List.of(
        new Segment("mean-square", Shape.of(1), Merge.NOT_NEGATIVE, Start.constant(initial)));
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    double squares = 0;
    for (int i = 0; i < width; i++) {
      squares += (double) gradient[parameters + i] * gradient[parameters + i];
    }
    float sum = (float) (decay * array[slots[0]] + squares / width);
    array[slots[0]] = sum;
    float rate = learningRate / ((float) Math.sqrt(sum) + epsilon);
    for (int i = 0; i < width; i++) {
      array[parameters + i] -= rate * gradient[parameters + i];
    }
  }
}
