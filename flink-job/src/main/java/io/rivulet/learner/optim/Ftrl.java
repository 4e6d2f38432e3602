package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * FTRL-Proximal: σ = (√(n+g²) − √n)/η, z ← z + g − σ·p, n ← n + g², p = 0 where |z| ≤ λ₁, else −(z
 * − sign(z)·λ₁)·η/(β + √n) (McMahan et al., "Ad click prediction: a view from the trenches", KDD
 * 2013, algorithm 1; λ₂ is the specification's L2 penalty).
 *
 * <p>The paper starts all parameters at 0; here z starts so that the first parameters are kept: z =
 * −p·(β + √n)/η when n has its first value.
 */
record Ftrl(float learningRate, float beta, float l1, float initial) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return List.of(
        new Segment("z", width, Merge.SUM, Start.constant(0)),
        new Segment("squares", width, Merge.NOT_NEGATIVE, Start.constant(0)));
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    for (int i = 0; i < width; i++) {
      int z = slots[0] + i;
      int n = slots[1] + i;
      double p = array[parameters + i];
      double g = gradient[parameters + i];
      double before = array[n] + initial;
      double after = before + g * g;
      if (array[n] == 0 && array[z] == 0) {
        array[z] = (float) (-p * (beta + Math.sqrt(before)) / learningRate);
      }
      double sum = array[z] + g - (Math.sqrt(after) - Math.sqrt(before)) / learningRate * p;
      array[z] = (float) sum;
      array[n] = (float) (after - initial);
      double shrunk = Math.signum(sum) * Math.max(0, Math.abs(sum) - l1);
      array[parameters + i] = (float) (-shrunk * learningRate / (beta + Math.sqrt(after)));
    }
  }
}
