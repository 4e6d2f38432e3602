package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import java.io.Serializable;

/** Whether the job makes topics that do not exist, and how. */
public record TopicCreationConfig(
    @Key(
            value =
                "`true`: missing topics are made at start. `false`: a missing topic ends the job.",
            otherwise = "false")
        boolean enabled,
    @Key(
            value = "Partitions of a new topic, 1 to 10000; at least the job's parallelism.",
            otherwise = "2")
        int partitions,
    @Key(
            value =
                "Copies of a new topic, 1 to 100; at most the number of brokers. 3 in production.",
            otherwise = "1")
        int replication)
    implements Serializable {

  /** Checks the ranges. */
  public TopicCreationConfig {
    Ranges.within("partitions", partitions, 1, 10_000);
    Ranges.within("replication", replication, 1, 100);
  }
}
