package io.rivulet.compare;

import io.rivulet.config.yaml.EnumNames;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** Reads options that hold several values with commas between. */
final class Choices {
  static final String ALL = "all";

  private Choices() {}

  /**
   * Constants by their names as the configuration writes them; {@code all} for all.
   *
   * @throws SpecException if a name is none
   */
  static <E extends Enum<E>> List<E> constants(String key, String text, Class<E> type) {
    if (text.equals(ALL)) {
      return List.copyOf(EnumSet.allOf(type));
    }
    return parts(text).map(name -> constant(key, name, type)).toList();
  }

  private static <E extends Enum<E>> E constant(String key, String name, Class<E> type) {
    return EnumSet.allOf(type).stream()
        .filter(constant -> EnumNames.of(constant).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SpecException(
                    key,
                    name,
                    "some of "
                        + String.join(", ", EnumNames.all(type))
                        + " with commas between, or all"));
  }

  /**
   * Numbers by task, such as {@code like=0.05,rating=1}; blank for none.
   *
   * @param allowed what a number may be, {@code range} says so in words
   * @throws SpecException if a task or a number is none
   */
  static Map<String, Double> byTask(
      String key, String text, List<TaskSpec> tasks, DoublePredicate allowed, String range) {
    List<String> names = tasks.stream().map(TaskSpec::name).toList();
    Map<String, Double> numbers = new LinkedHashMap<>();
    parts(text)
        .forEach(
            part -> {
              List<String> sides = Arrays.asList(part.split("=", -1));
              if (sides.size() != 2) {
                throw new SpecException(key, part, "TASK=NUMBER, with commas between several");
              }
              if (!names.contains(sides.get(0))) {
                throw new SpecException(key, sides.get(0), "one of the tasks " + names);
              }
              double number = number(sides.get(1));
              if (!allowed.test(number)) {
                throw new SpecException(key + " of " + sides.get(0), sides.get(1), range);
              }
              numbers.put(sides.get(0), number);
            });
    return numbers;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static Stream<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
