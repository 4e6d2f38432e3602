package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.learner.Step;
import io.rivulet.state.SourceOffsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How far a learner has come, for the versions of the model. */
final class LearnerProgress {
  private final SourceOffsets offsets = new SourceOffsets();
  private final List<Double> taskWeights = new ArrayList<>();
  private final boolean followed;
  private final int tasks;

  LearnerProgress(LearnSettings settings) {
    followed = settings.snapshots().publish();
    tasks = settings.spec().tasks().size();
  }

  /** Takes notice of an event that will be learned before the next barrier. */
  void received(AttachedEvent event) {
    if (followed) {
      offsets.add(event.origin());
    }
  }

  /** Takes notice of a step. */
  void learned(Step step) {
    if (followed) {
      taskWeights.clear();
      for (int task = 0; task < tasks; task++) {
        taskWeights.add(step.weight(task));
      }
    }
  }

  /** Hands over what is to be published besides the user rows that have changed. */
  void handOver(TableSnapshots users, Consumer<SnapshotPart> target) {
    if (followed) {
      users.handOver(Map.of(), 0, offsets.next(), List.copyOf(taskWeights), target);
    }
  }
}
