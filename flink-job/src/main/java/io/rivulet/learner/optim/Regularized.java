package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.weighting.InnerProduct;
import java.util.List;

/**
 * Adds the gradient of an L2 penalty, λ·p, and then shortens gradients longer than {@code clip}
 * (Pascanu, Mikolov, Bengio, ICML 2013; 0: no limit), before another optimiser steps.
 */
record Regularized(Optimizer optimizer, float l2, float clip) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return optimizer.slots(width);
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    for (int i = parameters; i < parameters + width; i++) {
      gradient[i] += l2 * array[i];
    }
    if (clip > 0) {
      clip(gradient, parameters, width);
    }
    optimizer.step(array, parameters, width, slots, gradient);
  }

  private void clip(float[] gradient, int parameters, int width) {
    double norm =
        width == 1
            ? Math.abs(gradient[parameters])
            : Math.sqrt(InnerProduct.of(gradient, parameters, gradient, parameters, width));
    if (norm > clip) {
      float factor = (float) (clip / norm);
      for (int i = parameters; i < parameters + width; i++) {
        gradient[i] *= factor;
      }
    }
  }
}
