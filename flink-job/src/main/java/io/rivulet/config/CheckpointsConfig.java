package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.time.Duration;

/** What a restart continues from. */
public record CheckpointsConfig(
    @Key(
            value = "Time from the start of one checkpoint to the next, 100ms to 1d.",
            otherwise = "10s")
        Duration interval,
    @Key(
            value =
                "Where they are kept, as a URI that every machine reaches, such as"
                    + " `s3://bucket/rivulet` or `file:///checkpoints`. Empty: as the cluster is set.",
            otherwise = "")
        String directory,
    @Key(
            value = "`true`: a checkpoint holds only what changed since the last one.",
            otherwise = "true")
        boolean incremental,
    @Key(value = "A checkpoint that takes longer is given up, 1s to 1d.", otherwise = "10min")
        Duration timeout,
    @Key(
            value =
                "What to do with a checkpoint or savepoint of another model (other tasks, features"
                    + " or layers, or embeddings of another length). `refuse`: the job fails and says"
                    + " where they differ. `grow`: every number that both models have is kept, the"
                    + " others begin as in a new model. `reinitialise`: what has the same shape in"
                    + " both models is kept, all else begins as in a new model.",
            otherwise = "refuse")
        ModelChange modelChange)
    implements Serializable {

  /** Checks the ranges. */
  public CheckpointsConfig {
    Ranges.within("interval", interval, Duration.ofMillis(100), Duration.ofDays(1));
    Ranges.within("timeout", timeout, Duration.ofSeconds(1), Duration.ofDays(1));
    if (!directory.isEmpty() && !directory.matches("[A-Za-z][A-Za-z0-9+.-]*:/\\S+")) {
      throw new SpecException(
          "directory", directory, "a URI with a scheme, such as file:///checkpoints");
    }
  }
}
