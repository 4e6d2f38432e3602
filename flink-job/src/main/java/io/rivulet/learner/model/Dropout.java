package io.rivulet.learner.model;

import java.util.SplittableRandom;

/**
 * Leaves out each unit of a hidden layer with a probability, and multiplies the others by 1/(1 −
 * rate) so that their sum keeps its mean (Srivastava et al., "Dropout", JMLR 15, 2014, section 10).
 * Off until switched on.
 */
final class Dropout {
  private final float rate;
  private final float scale;
  private SplittableRandom random;

  /**
   * Dropout that is off.
   *
   * @param rate probability with which a unit is left out, in [0, 1)
   */
  Dropout(double rate) {
    this.rate = (float) rate;
    this.scale = (float) (1 / (1 - rate));
  }

  /** From now on units are left out; the same seed leaves out the same. */
  void on(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From now on no unit is left out. */
  void off() {
    random = null;
  }

  /**
   * Draws for each unit of a layer's outputs, column by column, but not for the constant one.
   *
   * @param height of a column
   */
  void apply(float[] outputs, int height, int columns) {
    if (random == null) {
      return;
    }
    for (int i = 0; i < height * columns; i++) {
      if ((i + 1) % height != 0) {
        outputs[i] = random.nextFloat() < rate ? 0 : outputs[i] * scale;
      }
    }
  }

  /** The gradient behind {@link #apply} as that before it, but for the units left out. */
  void backward(float[] gradient, int length) {
    if (random == null) {
      return;
    }
    for (int i = 0; i < length; i++) {
      gradient[i] *= scale;
    }
  }
}
