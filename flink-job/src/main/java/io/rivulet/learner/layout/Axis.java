package io.rivulet.learner.layout;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The numbers along one side of a segment: named stretches, one behind the other. By the name, and
 * by its place in the stretch, a number is found again in the axis of another model.
 */
public record Axis(List<Stretch> stretches) {
  /**
   * A part of an axis.
   *
   * @param name unique within the axis
   * @param length how many numbers, at least 0
   */
  public record Stretch(String name, int length) {
    @Override
    public String toString() {
      return name.isEmpty() ? Integer.toString(length) : length == 1 ? name : name + " " + length;
    }
  }

  /** Checks the names. */
  public Axis {
    stretches = List.copyOf(stretches);
    if (stretches.stream().map(Stretch::name).distinct().count() < stretches.size()) {
      throw new IllegalArgumentException("a name occurs twice in " + stretches);
    }
  }

  /** Numbers that have no names, only places. */
  public static Axis of(int length) {
    return of("", length);
  }

  /** One stretch. */
  public static Axis of(String name, int length) {
    return new Axis(List.of(new Stretch(name, length)));
  }

  /** Numbers that each have a name. */
  public static Axis of(List<String> names) {
    return new Axis(names.stream().map(name -> new Stretch(name, 1)).toList());
  }

  /** How many numbers. */
  public int length() {
    return stretches.stream().mapToInt(Stretch::length).sum();
  }

  /** For each number its index in another axis, -1 if that axis does not have it. */
  int[] indicesIn(Axis other) {
    Map<String, Integer> offsets = new HashMap<>();
    Map<String, Integer> lengths = new HashMap<>();
    int offset = 0;
    for (Stretch stretch : other.stretches) {
      offsets.put(stretch.name(), offset);
      lengths.put(stretch.name(), stretch.length());
      offset += stretch.length();
    }
    int[] indices = new int[length()];
    Arrays.fill(indices, -1);
    int at = 0;
    for (Stretch stretch : stretches) {
      int known = Math.min(stretch.length(), lengths.getOrDefault(stretch.name(), 0));
      for (int i = 0; i < known; i++) {
        indices[at + i] = offsets.get(stretch.name()) + i;
      }
      at += stretch.length();
    }
    return indices;
  }

  @Override
  public String toString() {
    return stretches.stream().map(Stretch::toString).collect(Collectors.joining(" + ", "(", ")"));
  }
}
