package io.rivulet.learner.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The way from the arrays of one model to those of another. A number is found again by the name of
 * its segment and by its names or places along the segment's axes, never by its index alone.
 */
public final class SchemaChange {
  private final int oldLength;
  private final int[] sources;
  private final List<String> differences = new ArrayList<>();

  private SchemaChange(ArraySchema before, ArraySchema after) {
    oldLength = before.length();
    sources = new int[after.length()];
    Arrays.fill(sources, -1);
  }

  /**
   * The way from {@code before} to {@code after}.
   *
   * @param parts whether a segment of another shape keeps the numbers that both shapes have; if
   *     not, it begins anew as a whole
   */
  public static SchemaChange between(ArraySchema before, ArraySchema after, boolean parts) {
    SchemaChange change = new SchemaChange(before, after);
    Map<String, Integer> offsets = new HashMap<>();
    Map<String, Shape> shapes = new HashMap<>();
    int offset = 0;
    for (ArraySchema.Part part : before.parts()) {
      if (!part.name().isEmpty()) {
        offsets.put(part.name(), offset);
        shapes.put(part.name(), part.shape());
      }
      offset += part.shape().length();
    }
    int at = 0;
    for (ArraySchema.Part part : after.parts()) {
      Shape old = shapes.remove(part.name());
      if (old == null) {
        change.differences.add("'" + part.name() + "' is new");
      } else {
        if (!old.equals(part.shape())) {
          change.differences.add("'" + part.name() + "' was " + old + " and is " + part.shape());
        }
        if (parts || old.equals(part.shape())) {
          change.map(old, part.shape(), 0, offsets.get(part.name()), at);
        }
      }
      at += part.shape().length();
    }
    before.parts().stream()
        .filter(part -> shapes.containsKey(part.name()))
        .forEach(part -> change.differences.add("'" + part.name() + "' is gone"));
    return change;
  }

  /**
   * Maps a block that begins at {@code from} in the old array and at {@code to} in the new one.
   *
   * @param axis the block's first axis
   */
  private void map(Shape before, Shape after, int axis, int from, int to) {
    if (before.axes().size() != after.axes().size()) {
      return;
    }
    if (axis == after.axes().size()) {
      sources[to] = from;
      return;
    }
    int oldStride = stride(before, axis);
    int stride = stride(after, axis);
    int[] indices = after.axes().get(axis).indicesIn(before.axes().get(axis));
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] >= 0) {
        map(before, after, axis + 1, from + indices[i] * oldStride, to + i * stride);
      }
    }
  }

  private static int stride(Shape shape, int axis) {
    return new Shape(shape.axes().subList(axis + 1, shape.axes().size())).length();
  }

  /** What is new, gone, or of another shape; empty if every number is still there. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** Whether the arrays are the same, number by number. */
  public boolean isNone() {
    return sources.length == oldLength
        && IntStream.range(0, oldLength).allMatch(i -> sources[i] == i);
  }

  /**
   * An array of the new model.
   *
   * @param old an array of the old one; unchanged
   * @param fresh what the numbers are that the old one does not have; becomes the result
   * @throws IllegalArgumentException if an array has another length than its model says
   */
  public float[] apply(float[] old, float[] fresh) {
    if (old.length != oldLength || fresh.length != sources.length) {
      throw new IllegalArgumentException(
          String.format(
              "%d numbers to become %d, where the models have %d and %d",
              old.length, fresh.length, oldLength, sources.length));
    }
    for (int i = 0; i < fresh.length; i++) {
      if (sources[i] >= 0) {
        fresh[i] = old[sources[i]];
      }
    }
    return fresh;
  }
}
