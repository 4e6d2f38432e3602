package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.time.Duration;

/** How versions of the model are published: one with every checkpoint. */
public record SnapshotsConfig(
    @Key(value = "Whether they are.", otherwise = "true") boolean publish,
    @Key(
            value =
                "How the weights of users and items are written: `fp32` exactly; `fp16` and `int8`"
                    + " rounded, with what that does to the scores in the manifest. Dense"
                    + " parameters are always `fp32`.",
            otherwise = "fp32")
        RowEncoding encoding,
    @Key(
            value =
                "`true`: with what the optimisers remember, so that a job that starts from the"
                    + " topic goes on exactly. `false`: smaller.",
            otherwise = "true")
        boolean optimizerSlots,
    @Key(
            value =
                "How long an earlier version can be gone back to, 1min to 365d. Kafka keeps every"
                    + " record of the topic for so long (`min.compaction.lag.ms`, which"
                    + " `kafka.createTopics` sets).",
            otherwise = "1h")
        Duration history,
    @Key(
            value =
                "Longest record written, in bytes, 16384 to 1073741824; longer rows go in parts. At"
                    + " most the topic's `max.message.bytes`.",
            otherwise = "900000")
        int maxRecordBytes,
    @Key(value = "Which versions are held back.", otherwise = "{}") GateConfig gate,
    @Key(
            value =
                "What a job begins with that is started without a checkpoint: `none`, a new model;"
                    + " `newest`, the newest version in the topic; or the number of a version."
                    + " Events are then read from where that version stood.",
            otherwise = "none")
        String warmStart)
    implements Serializable {

  /** Checks the ranges. */
  public SnapshotsConfig {
    Ranges.within("history", history, Duration.ofMinutes(1), Duration.ofDays(365));
    if (!warmStart.matches("none|newest|[1-9]\\d{0,17}")) {
      throw new SpecException("warmStart", warmStart, "none, newest, or the number of a version");
    }
    Ranges.within("maxRecordBytes", maxRecordBytes, 1 << 14, 1 << 30);
  }
}
