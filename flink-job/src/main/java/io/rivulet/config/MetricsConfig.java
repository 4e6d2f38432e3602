package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import java.io.Serializable;
import java.time.Duration;

/** How the model is measured while it learns: each event is predicted first, learned then. */
public record MetricsConfig(
    @Key(value = "Length of the windows that metrics are over, 1s to 1d.", otherwise = "10s")
        Duration window)
    implements Serializable {

  /** Checks the range. */
  public MetricsConfig {
    Ranges.within("window", window, Duration.ofSeconds(1), Duration.ofDays(1));
  }
}
