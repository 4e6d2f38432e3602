package io.rivulet.learner.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sides of a block of numbers; along the last one the numbers lie next to each other. */
public record Shape(List<Axis> axes) {
  /** Copies the list. */
  public Shape {
    axes = List.copyOf(axes);
  }

  /** A block with the given sides. */
  public static Shape of(Axis... axes) {
    return new Shape(List.of(axes));
  }

  /** Numbers in a row that have no names. */
  public static Shape of(int length) {
    return of(Axis.of(length));
  }

  /** For each number of this shape a block of the other one. */
  public Shape of(Shape inner) {
    List<Axis> all = new ArrayList<>(axes);
    all.addAll(inner.axes);
    return new Shape(all);
  }

  /** How many numbers. */
  public int length() {
    return axes.stream().mapToInt(Axis::length).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return axes.stream().map(Axis::toString).collect(Collectors.joining(" x "));
  }
}
