package io.rivulet.config;

import io.rivulet.config.yaml.Durations;
import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.time.Duration;

/** How learners share what they learn about items and all other shared parameters. */
public record RoundsConfig(
    @Key(
            value =
                "How often learners send their changes, 10ms to 1min; not right behind a checkpoint"
                    + " barrier. Longer: fewer messages, but parallel learners know each other's"
                    + " work later.",
            otherwise = "200ms")
        Duration interval,
    @Key(
            value =
                "Most examples that one of several learners learns ahead of the shared values that"
                    + " have come back to it, 0 to 1048576; further ones wait, up to"
                    + " `microBatch.buffer`. Set it to a few hundred to replay a backlog at full"
                    + " speed without learning from stale values. 0: no limit.",
            otherwise = "0")
        int ahead,
    @Key(
            value =
                "How long a copy of an item's parameters is kept after its last event, 10"
                    + " `interval` to 7d; longer than the parameters topic may lag.",
            otherwise = "10min")
        Duration replicaRetention,
    @Key(
            value =
                "Most copies of items' parameters in one learner's memory, 1000 to 100000000; more"
                    + " than the items of all events while a value goes round. Those not used for"
                    + " longest leave first.",
            otherwise = "100000")
        int mostReplicas)
    implements Serializable {

  /** Checks the ranges. */
  public RoundsConfig {
    Ranges.within("interval", interval, Duration.ofMillis(10), Duration.ofMinutes(1));
    Ranges.within("ahead", ahead, 0, 1 << 20);
    Ranges.within("mostReplicas", mostReplicas, 1000, 100_000_000);
    Duration shortest = interval.multipliedBy(10);
    if (replicaRetention.compareTo(shortest) < 0
        || replicaRetention.compareTo(Duration.ofDays(7)) > 0) {
      throw new SpecException(
          "replicaRetention",
          Durations.format(replicaRetention),
          "a duration from " + Durations.format(shortest) + " (10 rounds.interval) to 7d");
    }
  }
}
