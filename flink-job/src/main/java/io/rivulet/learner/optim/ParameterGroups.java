package io.rivulet.learner.optim;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Role;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * Equally long groups of parameters in one array, each with its own optimiser slots: a table of
 * vectors, or a single group. The slots lie behind all groups. Not thread-safe.
 */
public final class ParameterGroups {
  private final Optimizer optimizer;
  private final int width;
  private final int offset;
  private final int[] slotOffsets;
  private final int[] slotLengths;
  private final int[] slots;

  /**
   * Appends the groups and their slots to {@code segments}.
   *
   * @param groups the groups, of one axis
   * @param parameters those of each group
   */
  public ParameterGroups(
      Segments segments,
      String name,
      Axis groups,
      Shape parameters,
      Start start,
      Optimizer optimizer) {
    this.optimizer = optimizer;
    width = parameters.length();
    Shape outer = Shape.of(groups);
    offset = segments.add(new Segment(name, outer.of(parameters), Merge.SUM, start, Role.WEIGHT));
    List<Segment> kinds = optimizer.slots(parameters);
    slotOffsets = new int[kinds.size()];
    slotLengths = new int[kinds.size()];
    slots = new int[kinds.size()];
    for (int i = 0; i < slots.length; i++) {
      Segment kind = kinds.get(i);
      slotLengths[i] = kind.length();
      slotOffsets[i] =
          segments.add(
              new Segment(
                  name + "/" + kind.name(),
                  outer.of(kind.shape()),
                  kind.merge(),
                  kind.start(),
                  Role.SLOT));
    }
  }

  /** Index of the first parameter of {@code group}. */
  public int offset(int group) {
    return offset + group * width;
  }

  /** Number of parameters of each group. */
  public int width() {
    return width;
  }

  /** Moves one group against its gradient, which lies at the indices of its parameters. */
  public void step(float[] array, int group, float[] gradient) {
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slotOffsets[i] + group * slotLengths[i];
    }
    optimizer.step(array, offset(group), width, slots, gradient);
  }
}
