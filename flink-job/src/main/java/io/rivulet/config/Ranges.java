package io.rivulet.config;

import io.rivulet.config.yaml.Durations;
import io.rivulet.learner.spec.SpecException;
import java.time.Duration;

/** The range checks that several configuration records share. */
final class Ranges {
  private Ranges() {}

  static void within(String key, long found, long low, long high) {
    if (found < low || found > high) {
      throw new SpecException(key, found, "a whole number from " + low + " to " + high);
    }
  }

  /** 0, which stands for none, or within. */
  static void zeroOrWithin(String key, Duration found, Duration low, Duration high) {
    if (!found.isZero() && (found.compareTo(low) < 0 || found.compareTo(high) > 0)) {
      throw new SpecException(
          key,
          Durations.format(found),
          "a duration from "
              + Durations.format(low)
              + " to "
              + Durations.format(high)
              + ", or 0ms for none");
    }
  }

  static void within(String key, Duration found, Duration low, Duration high) {
    if (found.compareTo(low) < 0 || found.compareTo(high) > 0) {
      throw new SpecException(
          key,
          Durations.format(found),
          "a duration from " + Durations.format(low) + " to " + Durations.format(high));
    }
  }
}
