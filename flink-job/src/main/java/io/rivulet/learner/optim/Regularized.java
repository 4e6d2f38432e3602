package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
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
    double norm = Math.sqrt(squares(gradient, parameters, width));
    if (clip > 0 && norm > clip) {
      float factor = (float) (clip / norm);
      for (int i = parameters; i < parameters + width; i++) {
        gradient[i] *= factor;
      }
    }
    optimizer.step(array, parameters, width, slots, gradient);
  }

  /** Four sums side by side: one has to wait for itself with each number. */
  private static double squares(float[] values, int from, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < from + length - 3; i += 4) {
      a += (double) values[i] * values[i];
      b += (double) values[i + 1] * values[i + 1];
      c += (double) values[i + 2] * values[i + 2];
      d += (double) values[i + 3] * values[i + 3];
    }
    for (; i < from + length; i++) {
      a += (double) values[i] * values[i];
    }
    return (a + b) + (c + d);
  }
}
