package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.state.ItemReplicas;
import io.rivulet.state.ModelChangedException;
import io.rivulet.state.UserRows;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * What a learner keeps in checkpoints, and finds there when it begins: its part of the model, and
 * the life-cycle of its rows.
 */
final class KeptModel {
  /** Numbers of changed rows at most that are not handed over for the next version. */
  private static final int UNTOLD = 1 << 20;

  private final LearnSettings settings;
  private final int subtask;
  private final int mostUnwritten;
  private final KeyedStateBackend<String> backend;
  private final KeptSchema userSchema;
  private final KeptSchema denseSchema;
  private final KeyedTable users;
  private final TableSnapshots snapshots;
  private final AdmissionState admission;

  /** Null if none is remembered. */
  private final KeyedEvents events;

  private final ListState<ParameterValue> dense;
  private final ListState<Long> round;
  private final ListState<Long> unadmittedItems;
  private final boolean restored;
  private final UntoldRows untold;
  private UserRows userRows;

  /**
   * Reads the checkpoint that is restored, if one is.
   *
   * @param clock milliseconds since the epoch
   */
  KeptModel(
      LearnSettings settings,
      JobID job,
      TaskInfo task,
      KeyedStateBackend<String> backend,
      StateInitializationContext context,
      LongSupplier clock)
      throws Exception {
    this.settings = settings;
    this.subtask = task.getIndexOfThisSubtask();
    this.mostUnwritten = UnwrittenState.mostUsers(task.getNumberOfParallelSubtasks());
    this.backend = backend;
    userSchema = KeptSchema.restore(context, Table.USER, settings.spec(), settings.modelChange());
    denseSchema = KeptSchema.restore(context, Table.DENSE, settings.spec(), settings.modelChange());
    OperatorStateStore store = context.getOperatorStateStore();
    users = new KeyedTable(LearnOperator.USER_ROWS, settings.users(), task, backend, context);
    restored = context.isRestored();
    if (!restored) {
      users.fill(settings.warmStart(), Table.USER);
    }
    snapshots =
        new TableSnapshots(
            Table.USER, users, users.rows(), new SnapshotBase(settings, job, context), 0, task);
    untold = new UntoldRows(UNTOLD / Layouts.rows(settings.spec()).length(), clock);
    admission = new AdmissionState(settings.users(), task, store);
    Duration window = settings.duplicateWindow();
    events = window.isZero() ? null : new KeyedEvents(backend, task, context, clock, window);
    dense =
        store.getUnionListState(
            new ListStateDescriptor<>("dense-replica", StreamTypes.PARAMETER_VALUE.serializer()));
    round = store.getUnionListState(new ListStateDescriptor<>("last-round", Long.class));
    unadmittedItems =
        store.getListState(new ListStateDescriptor<>("unadmitted-item-examples", Long.class));
  }

  /** The table of the user rows. */
  KeyedTable users() {
    return users;
  }

  /** Those events of a micro-batch that have not come before; from now on they have. */
  List<AttachedEvent> newOnes(List<AttachedEvent> batch) {
    return events == null ? batch : events.newOnes(batch);
  }

  /** The newest round that any learner had closed, {@link Long#MIN_VALUE} if none. */
  long lastRound() throws Exception {
    long last = Long.MIN_VALUE;
    for (long closed : round.get()) {
      last = Math.max(last, closed);
    }
    return last;
  }

  /**
   * The newest dense value that any learner had, as the model of today has it; null if none.
   *
   * @throws SuppressRestartsException if it is of another arm: the owner has nothing under the name
   *     of this one
   */
  ParameterValue dense() throws Exception {
    ParameterValue newest = null;
    for (ParameterValue value : dense.get()) {
      newest = newest == null || value.round() > newest.round() ? value : newest;
    }
    if (newest != null && !newest.id().equals(settings.arm())) {
      throw new SuppressRestartsException(ModelChangedException.ofArm(newest.id(), settings.arm()));
    }
    if (newest == null) {
      return restored ? null : firstDense();
    }
    return denseSchema.current(newest);
  }

  /** What a job begins with that restores nothing, or null: older than all that owners publish. */
  private ParameterValue firstDense() throws IOException {
    List<ParameterValue> found = new ArrayList<>();
    settings
        .warmStart()
        .read(
            Table.DENSE,
            settings.arm()::equals,
            (id, row) -> found.add(ParameterValue.of(Table.DENSE, id, Long.MIN_VALUE, row)));
    return found.isEmpty() ? null : found.get(0);
  }

  /** What is published of the user rows besides those that change. */
  TableSnapshots snapshots() {
    return snapshots;
  }

  /**
   * The user rows, brought up to date.
   *
   * @param published takes what is published of them
   */
  UserRows userRows(Consumer<SnapshotPart> published) throws Exception {
    userSchema.convert(
        backend,
        KeyedTable.descriptor(LearnOperator.USER_ROWS),
        (change, id, row) -> row.update(change.apply(id, row.value())));
    userRows =
        new UserRows(
            new UserRows.Limits(settings.cachedRows(), mostUnwritten, untold),
            Layouts.rows(settings.spec()),
            users.rows(),
            admission.admission(),
            users.lifeCycle(),
            snapshots.handingOver(published));
    return userRows;
  }

  /** The views of the items. */
  ItemReplicas itemReplicas() throws Exception {
    long unadmitted = 0;
    for (long examples : unadmittedItems.get()) {
      unadmitted += examples;
    }
    ParameterLayout layout = Layouts.rows(settings.spec());
    return new ItemReplicas(
        layout, settings.replicaRetention().toMillis(), settings.mostReplicas(), unadmitted);
  }

  /** Publishes the user rows as they are, as far as they are published one by one. */
  void publishUserRows() {
    if (snapshots.areDueWhole()) {
      userRows.flush();
    }
    userRows.tell();
    untold.barrier();
  }

  /** Puts what a checkpoint shall hold into the stores. */
  void save(ParameterValue denseValue, long lastRound, long unadmitted) throws Exception {
    dense.update(List.of(denseValue));
    round.update(List.of(lastRound));
    unadmittedItems.update(List.of(unadmitted));
    users.save(userRows.unwritten());
    if (events != null) {
      events.save();
    }
    snapshots.save();
    admission.save();
    userSchema.save(subtask);
    denseSchema.save(subtask);
  }
}
