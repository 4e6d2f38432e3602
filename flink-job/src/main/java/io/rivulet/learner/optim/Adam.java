package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − η·m̂ / (√v̂ + ε), where m̂ = m/(1−β₁ᵗ) and
 * v̂ = v/(1−β₂ᵗ) undo the averages' start from 0 (Kingma and Ba, ICLR 2015, algorithm 1). The
 * averages and the number of steps t are averaged between learners, each of which moved them along
 * its own part of the stream.
 */
record Adam(float learningRate, float beta1, float beta2, float epsilon) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    return List.of(
        new Segment("mean", width, Merge.AVERAGE, Start.constant(0)),
        new Segment("mean-square", width, Merge.AVERAGE, Start.constant(0)),
        new Segment("steps", Shape.of(1), Merge.AVERAGE, Start.constant(0)));
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    double steps = Math.max(0, array[slots[2]]) + 1;
    array[slots[2]] = (float) steps;
    double meanScale = learningRate / (1 - Math.pow(beta1, steps));
    double squareScale = 1 / (1 - Math.pow(beta2, steps));
    for (int i = 0; i < width; i++) {
      double g = gradient[parameters + i];
      double mean = beta1 * array[slots[0] + i] + (1 - beta1) * g;
      // A merged average can fall below 0 by rounding.
      double square = Math.max(0, beta2 * array[slots[1] + i] + (1 - beta2) * g * g);
      array[slots[0] + i] = (float) mean;
      array[slots[1] + i] = (float) square;
      array[parameters + i] -=
          (float) (meanScale * mean / (Math.sqrt(squareScale * square) + epsilon));
    }
  }
}
