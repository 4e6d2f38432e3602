package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.SnapshotProgress;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.snapshot.Encoding;
import io.rivulet.snapshot.Gate;
import io.rivulet.snapshot.ScoreError;
import io.rivulet.snapshot.VersionFacts;
import io.rivulet.snapshot.VersionWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The version of the model that is being gathered. */
final class OpenVersion {
  /** Versions that stay listed in the topic. */
  static final int LISTED = 100;

  private final LearnSettings settings;
  private final HeldRows rows;
  private final VersionWriter writer;
  private final Gate gate;
  private final Map<Table, Map<Integer, Long>> rowsByTask = new EnumMap<>(Table.class);
  private SnapshotProgress progress;
  private ScoreError scoreError;

  /** The newest that was handed over. */
  private float[] dense;

  OpenVersion(
      LearnSettings settings, SnapshotProgress progress, HeldRows rows, VersionWriter writer) {
    this.settings = settings;
    this.progress = progress;
    this.rows = rows;
    this.writer = writer;
    SnapshotSettings snapshots = settings.snapshots();
    dense = Layouts.dense(settings.spec()).initial(Table.DENSE.label(), settings.arm());
    gate = new Gate(snapshots.gateMetric(), snapshots.worseBy());
  }

  /** How far the publishing has come. */
  SnapshotProgress progress() {
    return progress;
  }

  /** Adds what a task says of its part. */
  void add(TaskReport report) {
    rowsByTask
        .computeIfAbsent(report.table(), table -> new HashMap<>())
        .put(report.task(), report.rows());
    progress = progress.plus(report);
  }

  /** Takes in the metrics of a newer window. */
  void measured(Measured measured) {
    progress = progress.measured(measured.metrics());
  }

  /**
   * Writes the version; or, if it is to be held back, keeps its rows and says why.
   *
   * @return null if it was written
   */
  String close(long number, long now) throws Exception {
    String objection = objection();
    if (objection == null) {
      write(number, now);
    } else {
      rows.keep();
    }
    rowsByTask.clear();
    return objection;
  }

  private String objection() throws Exception {
    List<String> notFinite = new ArrayList<>();
    rows.forEach(
        row -> {
          if (notFinite.isEmpty() && row.row() != null && !isFinite(row.row())) {
            notFinite.add("the row of " + row.table().label() + " " + row.id() + " is not finite");
          }
        });
    return notFinite.isEmpty()
        ? gate.objection(progress.publishedMetrics(), progress.metrics())
        : notFinite.get(0);
  }

  private static boolean isFinite(Row row) {
    for (float value : row.values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private void write(long number, long now) throws Exception {
    writer.begin(number, progress.version(), now);
    rows.forEach(row -> writer.row(row.table(), row.id(), row.row()));
    SnapshotProgress after = progress.published(number, LISTED);
    for (long version : progress.listed()) {
      if (!after.listed().contains(version)) {
        writer.unlist(version);
      }
    }
    writer.close(
        new VersionFacts(
            now, after.offsets(), after.taskWeights(), after.metrics(), totals(), scoreError()));
    rows.clear();
    progress = after;
  }

  private Map<Table, Long> totals() {
    Map<Table, Long> totals = new EnumMap<>(Table.class);
    rowsByTask.forEach(
        (table, tasks) ->
            totals.put(table, tasks.values().stream().mapToLong(Long::longValue).sum()));
    return totals;
  }

  /** Measures on the rows of the version, with the dense parameters that it has. */
  private Map<String, Double> scoreError() throws Exception {
    Encoding encoding = settings.snapshots().encoding();
    if (encoding == Encoding.FP32) {
      return Map.of();
    }
    if (scoreError == null) {
      scoreError = new ScoreError(settings.spec(), encoding);
    }
    rows.forEach(
        row -> {
          scoreError.add(row.table(), row.row());
          if (row.table() == Table.DENSE) {
            dense = row.row().values();
          }
        });
    return scoreError.measure(dense);
  }

  /** Frees the native memory, if there is any. */
  void release() {
    if (scoreError != null) {
      scoreError.close();
    }
  }
}
