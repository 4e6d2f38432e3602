package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import java.io.Serializable;
import java.time.Duration;

/** How long the rows of a table are kept. */
public record RowLimitsConfig(
    @Key(
            value =
                "An id gets its row with its so many-th labelled event, 1 to 127; until then the"
                    + " untrained row made from its hash serves. 1: at once.",
            otherwise = "1")
        int admission,
    @Key(
            value =
                "About the most labelled events of ids without a row that may pass between an id's"
                    + " first event and the one that gets it a row, 1000 to 16777216; an id that"
                    + " takes half of them gets in two times of five, or else begins again. Costs 8"
                    + " to 16 bytes each over all tasks, in memory and in each checkpoint; nothing"
                    + " if `admission` is 1.",
            otherwise = "1000000")
        int admissionWindow,
    @Key(
            value =
                "How long a row outlives its newest labelled event, 1s to 3650d; it leaves up to a"
                    + " quarter later. Time is the events' own (eventTime), and stands still"
                    + " without them. 0ms: for ever.",
            otherwise = "0ms")
        Duration ttl,
    @Key(
            value =
                "About the most rows of the table; those that were not used for longest leave"
                    + " first. 0, or `maxParallelism` to 1000000000000: each key group has an equal"
                    + " share. 0: no limit.",
            otherwise = "0")
        long mostRows)
    implements Serializable {
  /** Checks the ranges. */
  public RowLimitsConfig {
    Ranges.within("admission", admission, 1, 127);
    Ranges.within("admissionWindow", admissionWindow, 1000, 1 << 24);
    Ranges.zeroOrWithin("ttl", ttl, Duration.ofSeconds(1), Duration.ofDays(3650));
    Ranges.within("mostRows", mostRows, 0, 1_000_000_000_000L);
  }
}
