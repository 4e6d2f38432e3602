package io.rivulet.learner.model;

/** max(x, 0) (Nair and Hinton, ICML 2010). */
final class Rectifier {
  private Rectifier() {}

  static void apply(float[] values, int length) {
    for (int i = 0; i < length; i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  /**
   * Lets a gradient through where the output was above 0. Which ones are is up to chance: a mask,
   * because no processor foretells such a branch.
   */
  static void backward(float[] outputs, float[] gradient, int length) {
    for (int i = 0; i < length; i++) {
      int mask = outputs[i] > 0 ? -1 : 0;
      gradient[i] = Float.intBitsToFloat(Float.floatToRawIntBits(gradient[i]) & mask);
    }
  }
}
