package io.rivulet.demo;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.Metrics;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came out of the job so far. Safe for use by several threads. */
final class Tally {
  private final List<TaskTally> tasks;
  private final Set<String> scored = new HashSet<>();
  private final Set<Instant> windows = new HashSet<>();
  private long trained;
  private long dead;
  private long unscored;
  private long loopLagMillis = -1;
  private String lastReason = "";

  Tally(LearnerSpec spec) {
    tasks = spec.tasks().stream().map(TaskTally::new).toList();
  }

  /** Takes a score in; one that was delivered twice counts once. */
  synchronized void add(Score score) {
    if (scored.add(score.getEventId())) {
      for (int i = 0; i < tasks.size(); i++) {
        TaskScore task = score.getTasks().get(i);
        tasks.get(i).add(task, score.getEventTime().toEpochMilli());
      }
    }
  }

  /** Takes a window's metrics in; one that was delivered twice counts once. */
  synchronized void add(Metrics metrics) {
    if (windows.add(metrics.getWindowEnd())) {
      trained += metrics.getTrained();
      if (metrics.getLoopLagMillis() >= 0) {
        loopLagMillis = metrics.getLoopLagMillis();
      }
    }
  }

  synchronized void add(DeadLetter letter) {
    dead++;
    // A record refused at decoding is never scored; one refused by the learner has been.
    unscored += letter.getValueSize() > 0 ? 1 : 0;
    lastReason = letter.getReason();
  }

  synchronized long scored() {
    return scored.size();
  }

  synchronized long trained() {
    return trained;
  }

  synchronized long dead() {
    return dead;
  }

  /** Events of which it is known what became of them. */
  synchronized long answered() {
    return scored.size() + unscored;
  }

  /** The reason of the newest dead letter, empty if there is none. */
  synchronized String lastReason() {
    return lastReason;
  }

  /** The newest loop lag in milliseconds, -1 if none is known. */
  synchronized long loopLagMillis() {
    return loopLagMillis;
  }

  /** The tasks' figures, to be read while the tally rests. */
  synchronized List<TaskTally> tasks() {
    return tasks;
  }

  /** What a person watches of a task, at this moment. */
  synchronized double watched(int task) {
    return tasks.get(task).watched();
  }
}
