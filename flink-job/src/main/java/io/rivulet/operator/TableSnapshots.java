package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.Table;
import io.rivulet.state.ChangedRows;
import io.rivulet.state.RowObserver;
import io.rivulet.state.RowStore;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.TaskInfo;

/** What one task hands over of its part of a table for each version of the model. */
final class TableSnapshots {
  private final Table table;
  private final KeyedTable rows;
  private final ChangedRows changed;
  private final SnapshotBase base;
  private final int subtask;
  private boolean whole;

  /**
   * Follows a table.
   *
   * @param newest the rows of the table as they are
   * @param cachedRows most changed rows kept in memory
   */
  TableSnapshots(
      Table table,
      KeyedTable rows,
      RowStore newest,
      SnapshotBase base,
      int cachedRows,
      TaskInfo task) {
    this.table = table;
    this.rows = rows;
    this.base = base;
    subtask = task.getIndexOfThisSubtask();
    changed = new ChangedRows(newest, cachedRows);
    if (base.publishes()) {
      changed.follow();
    }
    whole = base.hasUnseenRows();
  }

  /** Is told what changes, and hands it over at once: a row that changes often, more than once. */
  RowObserver handingOver(Consumer<SnapshotPart> target) {
    return base.publishes() ? new HandingOver(target) : RowObserver.NONE;
  }

  /** Is told what changes, and keeps it until it is handed over. */
  ChangedRows changed() {
    return changed;
  }

  /** Whether all rows of the table are to be handed over the next time, changed or not. */
  boolean areDueWhole() {
    return base.publishes() && whole;
  }

  /** Whether versions are published. */
  boolean publishes() {
    return base.publishes();
  }

  /**
   * Hands over the rows that have changed since the last time, and then the report. If they are due
   * whole, all must be in the table.
   *
   * @param overlaid rows that are to be handed over instead of those of the table
   */
  void handOver(
      Map<String, Row> overlaid,
      long moreRows,
      Map<String, Long> offsets,
      List<Double> taskWeights,
      Consumer<SnapshotPart> target) {
    overlaid.forEach((id, row) -> target.accept(new ChangedRow(table, id, row)));
    if (whole) {
      changed.clear();
      rows.forEach(
          (id, row) -> {
            if (!overlaid.containsKey(id)) {
              target.accept(new ChangedRow(table, id, row));
            }
          });
      whole = false;
    } else {
      overlaid.keySet().forEach(changed::forget);
      changed.handOver((id, row) -> target.accept(new ChangedRow(table, id, row)));
    }
    long live = rows.lifeCycle().statistics().rows() + moreRows;
    target.accept(new TaskReport(table, subtask, live, offsets, taskWeights));
  }

  /** Puts what a checkpoint shall hold into the store. */
  void save() throws Exception {
    base.save(subtask);
  }

  private final class HandingOver implements RowObserver {
    private final Consumer<SnapshotPart> target;

    HandingOver(Consumer<SnapshotPart> target) {
      this.target = target;
    }

    @Override
    public void changed(String id, Row row) {
      // The whole table has it too.
      if (!whole) {
        target.accept(new ChangedRow(table, id, row));
      }
    }

    @Override
    public void dropped(String id) {
      changed(id, null);
    }
  }
}
