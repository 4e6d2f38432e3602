package io.rivulet.operator;

import io.rivulet.serialization.RecordType;
import io.rivulet.state.Unwritten;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * What a task of a keyed table has in memory only when a checkpoint is made. To put it into keyed
 * state takes most of the time for which a barrier stops the task; operator state is written while
 * the task goes on. When the checkpoint is restored each task reads all, and puts what belongs to
 * its own key groups where it belongs: there must not be much of it in all tasks together.
 *
 * @param <E> all of it of one task
 * @param <V> what is kept for an id
 */
final class UnwrittenState<E extends Unwritten<V>, V> {
  /** Name of the state, whatever operator it is of. */
  static final String NAME = "unwritten";

  /** Users in memory only, of all learners together. */
  private static final int USERS = 131_072;

  /** The same of one learner: at a barrier it looks at each. */
  private static final int USERS_OF_ONE = 65_536;

  /** Items in memory only, of all tasks of an operator together. */
  private static final int ITEMS = 65_536;

  private final ListState<E> state;

  UnwrittenState(OperatorStateStore store, RecordType<E> type) throws Exception {
    state = store.getUnionListState(new ListStateDescriptor<>(NAME, type.serializer()));
  }

  /** How many user rows one of so many learners may have in memory only. */
  static int mostUsers(int learners) {
    return Math.min(USERS_OF_ONE, USERS / learners);
  }

  /** How many items, or rows of items, one of so many tasks may have in memory only. */
  static int mostItems(int tasks) {
    return ITEMS / tasks;
  }

  /** Hands over what belongs here of the checkpoint that was restored. */
  void restore(TaskKeyGroups keyGroups, BiConsumer<String, V> target) throws Exception {
    for (E task : state.get()) {
      task.forEach(
          (id, value) -> {
            if (keyGroups.holds(keyGroups.of(id))) {
              target.accept(id, value);
            }
          });
    }
    state.clear();
  }

  /** Becomes part of a checkpoint. */
  void save(E unwritten) throws Exception {
    state.update(List.of(unwritten));
  }
}
