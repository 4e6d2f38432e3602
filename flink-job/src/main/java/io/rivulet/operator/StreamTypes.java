package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ItemReplica;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Row;
import io.rivulet.domain.Score;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotProgress;
import io.rivulet.domain.UserBound;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.serialization.ArraySchemaFormat;
import io.rivulet.serialization.AttachedEventFormat;
import io.rivulet.serialization.DeadLetterFormat;
import io.rivulet.serialization.EventFormat;
import io.rivulet.serialization.ItemBoundFormat;
import io.rivulet.serialization.ItemChangeFormat;
import io.rivulet.serialization.ItemFactsFormat;
import io.rivulet.serialization.ItemReplicaFormat;
import io.rivulet.serialization.KeyGroupRowsFormat;
import io.rivulet.serialization.KeyGroupSketchFormat;
import io.rivulet.serialization.MetricsDeltaFormat;
import io.rivulet.serialization.ParameterDeltaFormat;
import io.rivulet.serialization.ParameterValueFormat;
import io.rivulet.serialization.PendingWorkFormat;
import io.rivulet.serialization.RawRecordFormat;
import io.rivulet.serialization.RecommendationFormat;
import io.rivulet.serialization.RecordType;
import io.rivulet.serialization.RowFormat;
import io.rivulet.serialization.ScoreFormat;
import io.rivulet.serialization.ScoreRequestFormat;
import io.rivulet.serialization.SightingFormat;
import io.rivulet.serialization.SnapshotEntryFormat;
import io.rivulet.serialization.SnapshotPartFormat;
import io.rivulet.serialization.SnapshotProgressFormat;
import io.rivulet.serialization.UnwrittenItemsFormat;
import io.rivulet.serialization.UnwrittenRowsFormat;
import io.rivulet.serialization.UserBoundFormat;
import io.rivulet.serialization.WindowMetricsFormat;
import io.rivulet.snapshot.SnapshotEntry;
import io.rivulet.state.PendingWork;
import io.rivulet.state.UnwrittenItems;
import io.rivulet.state.UnwrittenRows;
import io.rivulet.state.lifecycle.KeyGroupRows;
import io.rivulet.state.lifecycle.KeyGroupSketch;
import io.rivulet.state.lifecycle.Sighting;
import org.apache.flink.util.OutputTag;

/** The types of all streams and states, and the tags of side outputs. */
public final class StreamTypes {
  /** Records as read. */
  public static final RecordType<RawRecord> RAW_RECORD = new RecordType<>(new RawRecordFormat());

  /** Decoded events. */
  public static final RecordType<Event> EVENT = new RecordType<>(new EventFormat());

  /** Decoded catalog entries. */
  public static final RecordType<ItemFacts> ITEM_FACTS = new RecordType<>(new ItemFactsFormat());

  /** News of items. */
  public static final RecordType<ItemChange> ITEM_CHANGE = new RecordType<>(new ItemChangeFormat());

  /** State of attach item. */
  public static final RecordType<ItemReplica> ITEM_REPLICA =
      new RecordType<>(new ItemReplicaFormat());

  /** Decoded requests. */
  public static final RecordType<ScoreRequest> SCORE_REQUEST =
      new RecordType<>(new ScoreRequestFormat());

  /** Events and candidates on the way to their item. */
  public static final RecordType<ItemBound> ITEM_BOUND = new RecordType<>(new ItemBoundFormat());

  /** Events, requests and candidates on the way to their user. */
  public static final RecordType<UserBound> USER_BOUND = new RecordType<>(new UserBoundFormat());

  /** Answers. */
  public static final RecordType<Recommendation> RECOMMENDATION =
      new RecordType<>(new RecommendationFormat());

  /** Events with their item. */
  public static final RecordType<AttachedEvent> ATTACHED_EVENT =
      new RecordType<>(new AttachedEventFormat());

  /** Scores. */
  public static final RecordType<Score> SCORE = new RecordType<>(new ScoreFormat());

  /** Rows in state. */
  public static final RecordType<Row> ROW = new RecordType<>(new RowFormat());

  /** Rows that are in memory only at a checkpoint. */
  public static final RecordType<UnwrittenRows> UNWRITTEN_ROWS =
      new RecordType<>(new UnwrittenRowsFormat());

  /** What is known of items in memory only at a checkpoint. */
  public static final RecordType<UnwrittenItems> UNWRITTEN_ITEMS =
      new RecordType<>(new UnwrittenItemsFormat());

  /** What the numbers of rows in state are. */
  public static final RecordType<ArraySchema> ARRAY_SCHEMA =
      new RecordType<>(new ArraySchemaFormat());

  /** Work on shared parameters on its way to the owner. */
  public static final RecordType<ParameterDelta> PARAMETER_DELTA =
      new RecordType<>(new ParameterDeltaFormat());

  /** Work that waits for its round to close. */
  public static final RecordType<PendingWork> PENDING_WORK =
      new RecordType<>(new PendingWorkFormat());

  /** The account of a key group's rows. */
  public static final RecordType<KeyGroupRows> KEY_GROUP_ROWS =
      new RecordType<>(new KeyGroupRowsFormat());

  /** How often a key group's ids without rows were met. */
  public static final RecordType<KeyGroupSketch> KEY_GROUP_SKETCH =
      new RecordType<>(new KeyGroupSketchFormat());

  /** Rows that wait for their turn to leave. */
  public static final RecordType<Sighting> SIGHTING = new RecordType<>(new SightingFormat());

  /** Published values of shared parameters. */
  public static final RecordType<ParameterValue> PARAMETER_VALUE =
      new RecordType<>(new ParameterValueFormat());

  /** One learner's metrics of one round, and their sums. */
  public static final RecordType<MetricsDelta> METRICS_DELTA =
      new RecordType<>(new MetricsDeltaFormat());

  /** Metrics that people read. */
  public static final RecordType<WindowMetrics> WINDOW_METRICS =
      new RecordType<>(new WindowMetricsFormat());

  /** What tasks contribute to versions of the model. */
  public static final RecordType<SnapshotPart> SNAPSHOT_PART =
      new RecordType<>(new SnapshotPartFormat());

  /** State of what publishes versions of the model. */
  public static final RecordType<SnapshotProgress> SNAPSHOT_PROGRESS =
      new RecordType<>(new SnapshotProgressFormat());

  /** Versions of the model, as records of a topic. */
  public static final RecordType<SnapshotEntry> SNAPSHOT_ENTRY =
      new RecordType<>(new SnapshotEntryFormat());

  /** Records that could not be used. */
  public static final RecordType<DeadLetter> DEAD_LETTER = new RecordType<>(new DeadLetterFormat());

  /** Side output of whatever refuses records. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", DEAD_LETTER);

  /** Side output of what splits requests. */
  public static final OutputTag<ItemBound> CANDIDATES = new OutputTag<>("candidates", ITEM_BOUND);

  /** Side output of attach item: candidates need not wait behind events. */
  public static final OutputTag<UserBound> ATTACHED_CANDIDATES =
      new OutputTag<>("attached-candidates", USER_BOUND);

  /** Side output of the learner: its answers. */
  public static final OutputTag<Recommendation> RECOMMENDATIONS =
      new OutputTag<>("recommendations", RECOMMENDATION);

  /** Side output of the learner: its work on items. */
  public static final OutputTag<ParameterDelta> ITEM_DELTAS =
      new OutputTag<>("item-deltas", PARAMETER_DELTA);

  /** Side output of the learner: its work on the dense parameters. */
  public static final OutputTag<ParameterDelta> DENSE_DELTAS =
      new OutputTag<>("dense-deltas", PARAMETER_DELTA);

  /** Side output of the learner and the owners: what they contribute to the model's versions. */
  public static final OutputTag<SnapshotPart> SNAPSHOT_PARTS =
      new OutputTag<>("snapshot-parts", SNAPSHOT_PART);

  /** Side output of the learner: its metrics. */
  public static final OutputTag<MetricsDelta> METRICS = new OutputTag<>("metrics", METRICS_DELTA);

  private StreamTypes() {}
}
