package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shortens the first steps of a group: step t goes t/n of its way while t &lt; n (Goyal et al.,
 * "Accurate, large minibatch SGD", 2017, section 2.2).
 */
record WarmUp(Optimizer optimizer, int steps) implements Optimizer {
  @Override
  public List<Segment> slots(Shape width) {
    List<Segment> slots = new ArrayList<>(optimizer.slots(width));
    slots.add(new Segment("warm-up", Shape.of(1), Merge.NOT_NEGATIVE, Start.constant(0)));
    return slots;
  }

  @Override
  public void step(float[] array, int parameters, int width, int[] slots, float[] gradient) {
    int counter = slots[slots.length - 1];
    if (array[counter] >= steps) {
      optimizer.step(array, parameters, width, slots, gradient);
      return;
    }
    float[] before = Arrays.copyOfRange(array, parameters, parameters + width);
    optimizer.step(array, parameters, width, slots, gradient);
    array[counter]++;
    float part = array[counter] / steps;
    for (int i = 0; i < width; i++) {
      array[parameters + i] = before[i] + part * (array[parameters + i] - before[i]);
    }
  }
}
