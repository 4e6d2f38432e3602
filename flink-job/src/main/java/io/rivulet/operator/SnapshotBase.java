package io.rivulet.operator;

import io.rivulet.learner.Layouts;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Whether the versions of the model that come can build on those that were published before the
 * checkpoint that is restored. They cannot if these were of another model, went elsewhere or were
 * written otherwise. Nor can they if the job was submitted anew, maybe with an old checkpoint: then
 * what came after that checkpoint is in the topic, but not in the model.
 */
final class SnapshotBase {
  private final boolean publish;
  private final String base;
  private final ListState<String> state;
  private final boolean kept;

  SnapshotBase(LearnSettings settings, JobID job, StateInitializationContext context)
      throws Exception {
    SnapshotSettings snapshots = settings.snapshots();
    publish = snapshots.publish();
    base =
        String.join(
            " ",
            job.toString(),
            settings.arm(),
            snapshots.target(),
            snapshots.encoding().label(),
            Boolean.toString(snapshots.optimizerSlots()),
            Integer.toString(Layouts.rows(settings.spec()).version()),
            Integer.toString(Layouts.dense(settings.spec()).version()));
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("snapshot-base", StringSerializer.INSTANCE));
    boolean found = false;
    for (String before : state.get()) {
      found |= before.equals(base);
    }
    kept = found;
  }

  /** Whether versions are published at all. */
  boolean publishes() {
    return publish;
  }

  /** Whether the next version builds on one before; else it must hold the whole model. */
  boolean isKept() {
    return kept;
  }

  /**
   * Whether there may be rows that no version holds on which the next one builds: out of a
   * checkpoint, or out of a topic with which the job began.
   */
  boolean hasUnseenRows() {
    return !kept;
  }

  /** Becomes part of a checkpoint; one of the parallel operators does it for all. */
  void save(int subtask) throws Exception {
    state.update(publish && subtask == 0 ? List.of(base) : List.of());
  }
}
