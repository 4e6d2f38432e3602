package io.rivulet.pipeline;

import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Score;
import io.rivulet.domain.SnapshotPart;
import io.rivulet.domain.SnapshotPart.Measured;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.operator.AttachItemOperator;
import io.rivulet.operator.EncodeEvent;
import io.rivulet.operator.LearnOperator;
import io.rivulet.operator.LearnSettings;
import io.rivulet.operator.Owner;
import io.rivulet.operator.SnapshotPublisher;
import io.rivulet.operator.SplitRequest;
import io.rivulet.operator.StreamTypes;
import io.rivulet.operator.SummarizeWindow;
import io.rivulet.operator.Uids;
import io.rivulet.snapshot.SnapshotEntry;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** The job's wiring: what flows from where to where. Knows neither Kafka nor Avro. */
public final class LearnerPipeline {
  /**
   * What goes round from the learners to the owners and back waits in each task for at most this
   * share of a round: every wait adds to its age, and every wake-up costs as much as some events.
   */
  private static final int WAITS_IN_A_ROUND = 10;

  /** Milliseconds that metrics wait in a task: nobody waits for them, and each wake-up costs. */
  private static final long METRICS_WAIT = 100;

  /** Requests are few beside events: to look every few milliseconds for what waits costs more. */
  private static final long AT_ONCE = 0;

  private LearnerPipeline() {}

  /**
   * Connects sources with sinks.
   *
   * @param window length of the windows that metrics are over
   */
  public static void connect(Inputs in, Sinks out, LearnSettings settings, Duration window) {
    // The place of label joining over time: between events and attach.
    SingleOutputStreamOperator<ItemBound> events =
        named(
            in.events().process(new EncodeEvent(settings.spec()), StreamTypes.ITEM_BOUND),
            Uids.SEQUENCE_EVENTS);
    SingleOutputStreamOperator<UserBound> requests =
        named(
                in.requests().process(new SplitRequest(), StreamTypes.USER_BOUND),
                Uids.SPLIT_REQUESTS)
            .setBufferTimeout(AT_ONCE);
    SingleOutputStreamOperator<UserBound> attached =
        events
            .union(requests.getSideOutput(StreamTypes.CANDIDATES))
            .keyBy(value -> value.itemId())
            .connect(itemChanges(in, settings).keyBy(change -> change.itemId()))
            .transform(
                Uids.ATTACH_ITEM,
                StreamTypes.USER_BOUND,
                new AttachItemOperator(
                    settings.spec(),
                    settings.modelChange(),
                    settings.items(),
                    settings.warmStart()));
    named(attached, Uids.ATTACH_ITEM);

    // The place of several arms: one learner and one pair of owners each, on the same events.
    DataStream<ParameterValue> dense =
        in.parameters()
            .filter(value -> value.table() == Table.DENSE)
            .name("dense-values")
            .setBufferTimeout(wait(settings));
    SingleOutputStreamOperator<Score> scores =
        attached
            .union(attached.getSideOutput(StreamTypes.ATTACHED_CANDIDATES), requests)
            .keyBy(value -> value.userId())
            .connect(dense.broadcast())
            .transform(Uids.LEARN, StreamTypes.SCORE, new LearnOperator(settings));
    named(scores, Uids.LEARN).setBufferTimeout(wait(settings));

    SingleOutputStreamOperator<ParameterValue> items =
        owned(scores.getSideOutput(StreamTypes.ITEM_DELTAS), Table.ITEM, settings);
    SingleOutputStreamOperator<ParameterValue> denseOwned =
        owned(scores.getSideOutput(StreamTypes.DENSE_DELTAS), Table.DENSE, settings);
    SingleOutputStreamOperator<WindowMetrics> metrics = measured(scores, settings, window);

    out.scores().accept(scores);
    out.recommendations().accept(scores.getSideOutput(StreamTypes.RECOMMENDATIONS));
    out.items().accept(items);
    out.dense().accept(denseOwned);
    out.metrics().accept(metrics);
    out.deadLetters().accept(in.rejected().union(scores.getSideOutput(StreamTypes.DEAD_LETTERS)));
    if (settings.snapshots().publish()) {
      out.snapshots()
          .accept(
              published(
                  scores
                      .getSideOutput(StreamTypes.SNAPSHOT_PARTS)
                      .union(
                          items.getSideOutput(StreamTypes.SNAPSHOT_PARTS),
                          denseOwned.getSideOutput(StreamTypes.SNAPSHOT_PARTS),
                          metrics
                              .map((WindowMetrics of) -> (SnapshotPart) Measured.of(of))
                              .returns(StreamTypes.SNAPSHOT_PART)
                              .setParallelism(1)
                              .name("snapshot-metrics")
                              .setBufferTimeout(METRICS_WAIT)),
                  settings));
    }
  }

  private static SingleOutputStreamOperator<WindowMetrics> measured(
      SingleOutputStreamOperator<Score> scores, LearnSettings settings, Duration window) {
    String measured = SummarizeWindow.key(settings.arm(), settings.spec());
    return named(
            scores
                .getSideOutput(StreamTypes.METRICS)
                .keyBy(delta -> measured)
                .window(TumblingEventTimeWindows.of(window))
                .reduce(MetricsDelta::plus, new SummarizeWindow(settings.spec()))
                .returns(StreamTypes.WINDOW_METRICS)
                .setParallelism(1),
            Uids.METRICS_WINDOW)
        .setBufferTimeout(METRICS_WAIT);
  }

  private static DataStream<SnapshotEntry> published(
      DataStream<SnapshotPart> parts, LearnSettings settings) {
    String arm = settings.arm();
    return named(
        parts
            .keyBy(part -> arm, Types.STRING)
            .transform(
                Uids.SNAPSHOT_PUBLISHER,
                StreamTypes.SNAPSHOT_ENTRY,
                new SnapshotPublisher(settings))
            .setParallelism(1),
        Uids.SNAPSHOT_PUBLISHER);
  }

  private static DataStream<ItemChange> itemChanges(Inputs in, LearnSettings settings) {
    TypeInformation<ItemChange> type = StreamTypes.ITEM_CHANGE;
    return in.catalog()
        .map((ItemFacts facts) -> ItemChange.of(facts))
        .returns(type)
        .name("catalog-changes")
        .setBufferTimeout(wait(settings))
        .union(
            in.parameters()
                .filter(value -> value.table() == Table.ITEM)
                .name("item-values")
                .map((ParameterValue value) -> ItemChange.of(value))
                .returns(type)
                .name("item-changes")
                .setBufferTimeout(wait(settings)));
  }

  private static SingleOutputStreamOperator<ParameterValue> owned(
      DataStream<ParameterDelta> deltas, Table table, LearnSettings settings) {
    boolean dense = table == Table.DENSE;
    String uid = dense ? Uids.DENSE_OWNER : Uids.ITEM_OWNER;
    SingleOutputStreamOperator<ParameterValue> values =
        deltas
            .keyBy(ParameterDelta::id, Types.STRING)
            .transform(uid, StreamTypes.PARAMETER_VALUE, new Owner(table, settings));
    if (dense) {
      values.setParallelism(1);
    }
    return named(values, uid).setBufferTimeout(wait(settings));
  }

  private static long wait(LearnSettings settings) {
    return settings.roundInterval().toMillis() / WAITS_IN_A_ROUND;
  }

  private static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, String uid) {
    return operator.uid(uid).name(uid);
  }
}
