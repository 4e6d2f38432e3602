package io.rivulet.serialization;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.EncodedEvent;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ItemReplica;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.Origin;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Row;
import io.rivulet.domain.Score;
import io.rivulet.domain.SnapshotPart.ChangedRow;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.SnapshotPart.TaskReport;
import io.rivulet.domain.SnapshotProgress;
import io.rivulet.domain.Table;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.learner.Features;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Shape;
import io.rivulet.snapshot.SnapshotEntry;
import io.rivulet.state.PendingWork;
import io.rivulet.state.UnwrittenItems;
import io.rivulet.state.UnwrittenRows;
import io.rivulet.state.lifecycle.KeyGroupRows;
import io.rivulet.state.lifecycle.KeyGroupSketch;
import io.rivulet.state.lifecycle.RowStatistics;
import io.rivulet.state.lifecycle.Sighting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Values of every format, each with a name of its own: the name is that of the file that holds its
 * bytes. A map has one entry, because the order of entries is not part of a format.
 */
final class FormatSamples {
  /**
   * A value of a format.
   *
   * @param since the first version that can express it
   */
  record Sample<T>(String name, RecordFormat<T> format, T value, int since) {
    Sample(String name, RecordFormat<T> format, T value) {
      this(name, format, value, 1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Origin ORIGIN = new Origin("user-events", 3, 1L << 40);
  static final Row ROW = new Row(17, 1_709_210_096_789L, new float[] {1, -0.5f, 1e-3f});
  static final long ROUND = 1_709_210_096_800L;

  private FormatSamples() {}

  static Stream<Sample<?>> all() {
    return Stream.of(
            domain(), RequestFormatSamples.all(), state(), lifeCycle(), metrics(), snapshots())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample<?>> domain() {
    ItemFacts facts =
        new ItemFacts("item-9", Map.of("genre", "Drama"), new float[] {0.5f, -2}, 1_700L);
    ParameterValue value = ParameterValue.of(Table.ITEM, "item-9", ROUND, ROW);
    ParameterValue dropped = ParameterValue.of(Table.ITEM, "item-9", ROUND, null);
    return Stream.of(
        new Sample<>(
            "raw-record",
            new RawRecordFormat(),
            new RawRecord(ORIGIN, new byte[] {1, 2}, new byte[] {-1, 0, 1})),
        new Sample<>(
            "raw-record-empty", new RawRecordFormat(), new RawRecord(ORIGIN, null, new byte[0])),
        new Sample<>("event", new EventFormat(), event("request-1", 4.5)),
        new Sample<>("event-bare", new EventFormat(), event(null, Double.NaN)),
        new Sample<>("encoded-event", new EncodedEventFormat(), encoded("request-1", 3)),
        new Sample<>("encoded-event-bare", new EncodedEventFormat(), encoded(null, 0)),
        new Sample<>("item-facts", new ItemFactsFormat(), facts),
        new Sample<>("item-change-facts", new ItemChangeFormat(), ItemChange.of(facts)),
        new Sample<>("item-change-value", new ItemChangeFormat(), ItemChange.of(value)),
        new Sample<>("item-change-dropped", new ItemChangeFormat(), ItemChange.of(dropped), 2),
        new Sample<>(
            "attached-event", new AttachedEventFormat(), attached("request-1", ROW, true, 0)),
        new Sample<>(
            "attached-event-in-turn",
            new AttachedEventFormat(),
            attached("request-1", ROW, true, 3),
            2),
        new Sample<>(
            "attached-event-not-kept",
            new AttachedEventFormat(),
            attached("request-1", null, false, 3),
            3),
        new Sample<>(
            "attached-event-bare", new AttachedEventFormat(), attached(null, null, true, 0)),
        new Sample<>("score", new ScoreFormat(), score("request-1")),
        new Sample<>("score-bare", new ScoreFormat(), score(null)),
        new Sample<>(
            "dead-letter",
            new DeadLetterFormat(),
            new DeadLetter(ORIGIN, "eventId is missing", new byte[] {7}, new byte[] {8}, 9, 10)),
        new Sample<>(
            "dead-letter-bare",
            new DeadLetterFormat(),
            new DeadLetter(ORIGIN, "the record has no value", null, null, 0, 10)));
  }

  private static Stream<Sample<?>> state() {
    return Stream.of(
        new Sample<>("row", new RowFormat(), ROW),
        new Sample<>(
            "item-replica",
            new ItemReplicaFormat(),
            new ItemReplica(
                ROUND, PackedRow.of(ROW), 1_700L, Map.of("genre", "Drama"), new float[] {0.5f})),
        new Sample<>("item-replica-unknown", new ItemReplicaFormat(), ItemReplica.UNKNOWN),
        new Sample<>(
            "unwritten-rows",
            new UnwrittenRowsFormat(),
            new UnwrittenRows(List.of("user-\u00e4", "b"), List.of(ROW, ROW))),
        new Sample<>(
            "unwritten-items",
            new UnwrittenItemsFormat(),
            new UnwrittenItems(Map.of("item-1", ItemReplica.UNKNOWN.withRow(PackedRow.of(ROW))))),
        new Sample<>(
            "array-schema",
            new ArraySchemaFormat(),
            new ArraySchema(
                List.of(
                    new ArraySchema.Part(
                        "vector",
                        Shape.of(Axis.of(List.of("like", "\u00e4")), Axis.of("of 16", 16))),
                    new ArraySchema.Part("bias", Shape.of(1))))),
        new Sample<>("pending-work", new PendingWorkFormat(), new PendingWork(ROW, 2)),
        new Sample<>(
            "parameter-delta",
            new ParameterDeltaFormat(),
            new ParameterDelta(Table.DENSE, "champion", ROUND, ROW)),
        new Sample<>(
            "parameter-value",
            new ParameterValueFormat(),
            ParameterValue.of(Table.USER, "user-7", ROUND, ROW)),
        new Sample<>(
            "parameter-value-dropped",
            new ParameterValueFormat(),
            ParameterValue.of(Table.USER, "user-7", ROUND, null),
            2));
  }

  private static Stream<Sample<?>> lifeCycle() {
    return Stream.of(
        new Sample<>("sighting", new SightingFormat(), new Sighting("user-7", 17, 1_700L)),
        new Sample<>(
            "key-group-rows",
            new KeyGroupRowsFormat(),
            new KeyGroupRows(
                5,
                new RowStatistics(1, 2, 3, 4, 5),
                true,
                1_700L,
                new KeyGroupRows.Ends(6, 7),
                new KeyGroupRows.Ends(8, 9))),
        new Sample<>(
            "key-group-sketch",
            new KeyGroupSketchFormat(),
            new KeyGroupSketch(5, 17, new byte[] {0, 1, 127})));
  }

  private static Stream<Sample<?>> metrics() {
    MetricsDelta delta =
        new MetricsDelta(
            "champion", ROUND, 1000, 900, 1, 31, -1, List.of(new double[] {0, 0.25, 0, -1}));
    return Stream.of(
        new Sample<>("metrics-delta", new MetricsDeltaFormat(), delta),
        new Sample<>(
            "window-metrics",
            new WindowMetricsFormat(),
            new WindowMetrics(
                1_000,
                2_000,
                delta,
                List.of(
                    new WindowMetrics.Task("like", 900, 0.5, Double.NaN, Map.of("auc", 0.75))))));
  }

  private static Stream<Sample<?>> snapshots() {
    SnapshotPartFormat parts = new SnapshotPartFormat();
    return Stream.of(
        new Sample<>("snapshot-row", parts, new ChangedRow(Table.USER, "user-7", ROW)),
        new Sample<>("snapshot-row-dropped", parts, new ChangedRow(Table.ITEM, "item-9", null)),
        new Sample<>(
            "snapshot-task-report",
            parts,
            new TaskReport(
                Table.USER, 2, 1_000, Map.of("user-events-3", 1L << 40), List.of(0.25, 0.75))),
        new Sample<>("snapshot-measured", parts, new Measured(Map.of("like.auc", 0.75))),
        new Sample<>(
            "snapshot-progress",
            new SnapshotProgressFormat(),
            new SnapshotProgress(
                42,
                List.of(41L, 42L),
                Map.of("user-events-3", 1L << 40),
                List.of(0.25, 0.75),
                Map.of("like.auc", 0.75),
                Map.of("like.auc", 0.5))),
        new Sample<>(
            "snapshot-entry",
            new SnapshotEntryFormat(),
            new SnapshotEntry(new byte[] {1, 2}, new byte[] {-1, 0, 1})),
        new Sample<>(
            "snapshot-entry-gone",
            new SnapshotEntryFormat(),
            new SnapshotEntry(new byte[] {1, 2}, null)));
  }

  static Event event(String requestId, double value) {
    return new Event(
        "event-1",
        requestId,
        "user-7",
        "item-\u00e4\u4e2d",
        "rate",
        value,
        0.5f,
        1_709_210_096_789L,
        Map.of("device", "phone"),
        Map.of("dwell", 12.25),
        ORIGIN);
  }

  static EncodedEvent encoded(String requestId, int turn) {
    return new EncodedEvent(
        "event-1",
        requestId,
        "user-7",
        "item-\u00e4\u4e2d",
        1_709_210_096_789L,
        ORIGIN,
        new Features(new int[] {3, 0}, new float[] {0.5f, Float.NaN}, new float[0]),
        new float[] {1, Float.NaN},
        0.5f,
        turn);
  }

  static AttachedEvent attached(String requestId, Row row, boolean kept, int turn) {
    return new AttachedEvent(
        "event-1",
        requestId,
        "user-7",
        "item-9",
        1_709_210_096_789L,
        ORIGIN,
        new Features(new int[] {3, 0}, new float[] {0.5f, Float.NaN}, new float[] {-1}),
        new float[] {1, Float.NaN},
        0.5f,
        row == null ? Long.MIN_VALUE : ROUND,
        row == null ? null : PackedRow.of(row),
        kept,
        turn);
  }

  private static Score score(String requestId) {
    return new Score(
        "event-1",
        requestId,
        "user-7",
        "item-9",
        "champion",
        42,
        7,
        1_709_210_096_789L,
        1_709_210_096_801L,
        0.75f,
        new float[] {0.25f, 0.5f},
        new float[] {1, Float.NaN});
  }
}
