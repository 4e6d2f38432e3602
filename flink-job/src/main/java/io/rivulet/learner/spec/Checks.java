package io.rivulet.learner.spec;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The checks that several specifications share; each throws a {@link SpecException}. */
public final class Checks {
  private Checks() {}

  /** A whole number of at least {@code minimum}. */
  public static void atLeast(String key, int found, int minimum) {
    if (found < minimum) {
      throw new SpecException(key, found, "a whole number of at least " + minimum);
    }
  }

  /** A finite number greater than 0. */
  public static void positive(String key, double found) {
    if (!(found > 0) || Double.isInfinite(found)) {
      throw new SpecException(key, found, "a finite number greater than 0");
    }
  }

  /** A finite number of at least 0. */
  public static void notNegative(String key, double found) {
    if (!(found >= 0) || Double.isInfinite(found)) {
      throw new SpecException(key, found, "a finite number of at least 0");
    }
  }

  /** A number from {@code low} to {@code high}. */
  public static void within(String key, double found, double low, double high) {
    if (!(found >= low && found <= high)) {
      throw new SpecException(
          key, found, String.format(Locale.ROOT, "a number from %s to %s", low, high));
    }
  }

  /** A letter, then at most 63 letters, digits, '-' or '_'. */
  public static void name(String key, String found) {
    if (!found.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      throw new SpecException(
          key, found, "a letter, then at most 63 letters, digits, '-' or '_', such as 'click'");
    }
  }

  /** Names of tasks that are among {@code tasks}. */
  static void known(String key, Set<String> found, List<TaskSpec> tasks) {
    List<String> names = tasks.stream().map(TaskSpec::name).toList();
    for (String name : found) {
      if (!names.contains(name)) {
        throw new SpecException(key, name, "one of the tasks " + names);
      }
    }
  }

  /** A reference to a categorical fact: {@code item.NAME} or {@code context.NAME}. */
  static void reference(String key, String found) {
    if (!found.matches("(item|context)\\..+")) {
      throw new SpecException(
          key, found, "item.NAME (an attribute of the item) or context.NAME (of the event)");
    }
  }
}
