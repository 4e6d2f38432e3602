package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import java.util.List;

/** Stochastic gradient descent: p ← p − η·g (Robbins and Monro, 1951). */
record Sgd(float learningRate) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return List.of();
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    for (int i = 0; i < width; i++) {
      array[parameters + i] -= learningRate * gradient[parameters + i];
    }
  }
}
