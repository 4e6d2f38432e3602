package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.time.Duration;

/** How examples are gathered for one step of the learner: a user at most once in each. */
public record MicroBatchConfig(
    @Key(value = "Most examples in one micro-batch, 1 to 65536.", otherwise = "64") int size,
    @Key(
            value =
                "Longest wait of an example for its micro-batch to fill, 0ms to 10s; up to ten times"
                    + " as long while the learner is busy, since large micro-batches cost less per"
                    + " example. 0ms: none.",
            otherwise = "5ms")
        Duration linger,
    @Key(value = "Most examples waiting in one learner, `size` to 1048576.", otherwise = "4096")
        int buffer)
    implements Serializable {

  /** Checks the ranges. */
  public MicroBatchConfig {
    Ranges.within("size", size, 1, 65_536);
    Ranges.within("linger", linger, Duration.ZERO, Duration.ofSeconds(10));
    if (buffer < size || buffer > 1 << 20) {
      throw new SpecException(
          "buffer", buffer, "a whole number from microBatch.size (" + size + ") to 1048576");
    }
  }
}
