package io.rivulet.operator;

import io.rivulet.state.lifecycle.KeyGroups;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** The key groups that Flink gives to one parallel task. */
record TaskKeyGroups(int total, int first, int last) implements KeyGroups {
  static TaskKeyGroups of(TaskInfo task) {
    int total = task.getMaxNumberOfParallelSubtasks();
    KeyGroupRange range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            total, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask());
    return new TaskKeyGroups(total, range.getStartKeyGroup(), range.getEndKeyGroup());
  }

  @Override
  public int of(String id) {
    return KeyGroupRangeAssignment.assignToKeyGroup(id, total);
  }
}
