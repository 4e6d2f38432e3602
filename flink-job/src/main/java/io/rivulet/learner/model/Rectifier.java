package io.rivulet.learner.model;

/** max(x, 0) (Nair and Hinton, ICML 2010). */
final class Rectifier {
  private static final float LARGE = 1e30f;

  private Rectifier() {}

  static void apply(float[] values, int length) {
    for (int i = 0; i < length; i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  /**
   * Lets a finite gradient through where the output was above 0. Which ones are is up to chance,
   * and no processor foretells such a branch; this the JVM computes for several at a time.
   *
   * @param outputs of {@link #apply}, from which what is not finite has been taken out
   */
  static void backward(float[] outputs, float[] gradient, int length) {
    for (int i = 0; i < length; i++) {
      // 0 for 0, and 1 for the smallest number above it.
      gradient[i] *= Math.min(outputs[i] * LARGE * LARGE, 1);
    }
  }
}
