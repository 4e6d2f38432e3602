package io.rivulet.learner.model;

/** max(x, 0) (Nair and Hinton, ICML 2010). */
final class Rectifier {
  private Rectifier() {}

  static void apply(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  /** Lets a gradient through where the output was above 0. */
  static void backward(float[] outputs, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      if (!(outputs[i] > 0)) {
        gradient[i] = 0;
      }
    }
  }
}
