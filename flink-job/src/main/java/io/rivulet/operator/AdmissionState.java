package io.rivulet.operator;

import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.KeyGroupSketch;
import io.rivulet.state.lifecycle.RowLimits;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;

/** The admission of one task's ids, and what a checkpoint holds of it. */
final class AdmissionState {
  private final Admission admission;
  private final ListState<KeyGroupSketch> sketches;

  /** Goes on from the checkpoint that the store was restored from, if there was one. */
  AdmissionState(RowLimits limits, TaskInfo task, OperatorStateStore store) throws Exception {
    admission = new Admission(limits, TaskKeyGroups.of(task));
    // Each task reads all and keeps what belongs to its own key groups.
    sketches =
        store.getUnionListState(
            new ListStateDescriptor<>("admission", StreamTypes.KEY_GROUP_SKETCH.serializer()));
    admission.restore(sketches.get());
  }

  Admission admission() {
    return admission;
  }

  /** Puts what a checkpoint shall hold into the store. */
  void save() throws Exception {
    sketches.update(admission.snapshot());
  }
}
