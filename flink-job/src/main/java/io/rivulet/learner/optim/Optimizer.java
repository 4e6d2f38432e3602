package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Shape;
import java.util.List;

/**
 * A rule by which a gradient moves a group of parameters. What it remembers lies in slots of the
 * same array as the parameters, nothing in itself. Not thread-safe: it may have room to compute in.
 */
public interface Optimizer {
  /** The slots of a group of parameters of a shape; none for a rule without memory. */
  List<Segment> slots(Shape width);

  /**
   * Moves one group against its gradient.
   *
   * @param array holds the parameters and the slots; changed in place
   * @param parameters index of the group's first parameter in {@code array}
   * @param width number of parameters
   * @param slots index in {@code array} of the first number of each of {@link #slots}
   * @param gradient dLoss/dParameter, finite, at the indices of the parameters; used up: what it
   *     holds for this group afterwards is undefined
   */
  void step(float[] array, int parameters, int width, int[] slots, float[] gradient);
}
