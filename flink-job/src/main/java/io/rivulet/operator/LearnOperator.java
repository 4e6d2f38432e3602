package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Score;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.learner.Step;
import io.rivulet.state.ItemReplicas;
import io.rivulet.state.LocalModel;
import io.rivulet.state.Rounds;
import io.rivulet.state.UserRows;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Keyed by user: scores every event and learns from it, in conflict-free micro-batches. Answers
 * requests as soon as all their candidates are there; that changes nothing.
 *
 * <p>Below this operator event time means rounds: it swallows what watermarks come from above and
 * emits one at the end of each of its rounds, after the round's work on shared parameters. No event
 * is buffered across a checkpoint barrier: all are learned, and the round is closed before it.
 */
public final class LearnOperator extends AbstractStreamOperator<Score>
    implements TwoInputStreamOperator<UserBound, ParameterValue, Score>, BoundedMultiInput {
  private static final long serialVersionUID = 1L;

  /** Name of the keyed state that holds the user rows. */
  public static final String USER_ROWS = "user-rows";

  /** Name of the operator state that holds the rows that were in memory only, as of owners. */
  public static final String UNWRITTEN_ROWS = UnwrittenState.NAME;

  private final LearnSettings settings;

  private transient MicroBatches waiting;
  private transient LocalModel model;
  private transient Rounds rounds;
  private transient RoundTimer ticks;
  private transient RoundMetrics roundMetrics;
  private transient Scores scores;
  private transient Answers answers;
  private transient KeptModel kept;
  private transient LearnerProgress progress;
  private transient ItemReplicas items;
  private transient long modelVersion;
  private transient long batches;
  private transient boolean lingering;
  private transient int openInputs;
  private transient Counter rejected;
  private transient Counter duplicates;

  /** Learns as told. */
  public LearnOperator(LearnSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept =
        new KeptModel(
            settings,
            getRuntimeContext().getJobInfo().getJobId(),
            getRuntimeContext().getTaskInfo(),
            getKeyedStateBackend(),
            context,
            this::now);
    rounds = new Rounds(settings.roundInterval().toMillis(), kept.lastRound());
    modelVersion = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  public void open() throws Exception {
    super.open();
    scores = new Scores(settings);
    roundMetrics = new RoundMetrics(settings.arm(), settings.spec());
    progress = new LearnerProgress(settings);
    UserRows users = kept.userRows(part -> side(StreamTypes.SNAPSHOT_PARTS, part));
    items = kept.itemReplicas();
    model = new LocalModel(settings.arm(), settings.spec(), users, items, kept.dense());
    boolean alone = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks() == 1;
    waiting = new MicroBatches(settings, alone ? () -> 0 : model::ahead);
    answers =
        new Answers(
            settings,
            model,
            getMetricGroup(),
            answer -> side(StreamTypes.RECOMMENDATIONS, answer),
            letter -> side(StreamTypes.DEAD_LETTERS, letter));
    openInputs = 2;
    rejected = getMetricGroup().counter("rejected");
    duplicates = getMetricGroup().counter("duplicates");
    getMetricGroup().gauge("waiting", () -> waiting.size());
    getMetricGroup().gauge("round", () -> rounds.last());
    getMetricGroup().gauge("late", users::late);
    getMetricGroup().gauge("unadmittedItemExamples", items::unadmitted);
    kept.users().report(getMetricGroup());
    ticks = new RoundTimer(getProcessingTimeService(), rounds, settings, this::closeRound);
    ticks.start();
  }

  // Who needs a key's state sets the key: what most events need is in memory.
  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement2(StreamRecord record) {}

  @Override
  public void processElement1(StreamRecord<UserBound> record) {
    UserBound value = record.getValue();
    if (value instanceof AttachedEvent event) {
      if (settings.ahead() > 0) {
        // Then events wait for shared values to come back, and would learn from old ones of items.
        model.receive(event);
      }
      progress.received(event);
      long now = now();
      waiting.add(event, now);
      learnWhatIsDue(now);
    } else {
      answers.take(value, modelVersion, now());
    }
  }

  @Override
  public void processElement2(StreamRecord<ParameterValue> record) {
    ParameterValue value = record.getValue();
    if (value.id().equals(settings.arm())) {
      // A round that a checkpoint closed early is stamped with its end, which is still to come.
      long now = now();
      roundMetrics.loop(Math.max(0, now - value.round()));
      model.receive(value);
      learnWhatIsDue(now);
    }
  }

  /** Learns full micro-batches, and those that have waited long enough; then waits for more. */
  private void learnWhatIsDue(long arrived) {
    long now = arrived;
    while (waiting.isDue(now)) {
      now = learnBatch(now);
    }
    scheduleLinger();
  }

  /** Learns one micro-batch; returns the time when it is done. */
  private long learnBatch(long begun) {
    List<AttachedEvent> taken = waiting.next(begun);
    List<AttachedEvent> batch = kept.newOnes(taken);
    duplicates.inc(taken.size() - batch.size());
    if (batch.isEmpty()) {
      return begun;
    }
    Step step = model.learn(batch);
    progress.learned(step);
    batches++;
    List<float[]> predictions = step.predictions();
    roundMetrics.add(batch, step, predictions);
    long now = now();
    for (int i = 0; i < batch.size(); i++) {
      AttachedEvent event = batch.get(i);
      if (step.rejection(i) != null) {
        rejected.inc();
        side(
            StreamTypes.DEAD_LETTERS,
            new DeadLetter(event.origin(), step.rejection(i), null, null, 0, now));
      }
      Score score = scores.of(event, predictions.get(i), modelVersion, batches, now);
      output.collect(new StreamRecord<>(score));
    }
    long done = now();
    waiting.learned(done - begun);
    return done;
  }

  /** Learns all that waits, ends the round, and publishes the user rows. */
  private void settle() {
    long now = now();
    waiting.release(now);
    while (waiting.size() > 0) {
      now = learnBatch(now);
    }
    closeRound(now());
    kept.publishUserRows();
  }

  private void closeRound(long now) {
    long round = rounds.close(now);
    model.closeRound(round, this::send);
    MetricsDelta delta = roundMetrics.close(round);
    if (delta != null) {
      output.collect(StreamTypes.METRICS, new StreamRecord<>(delta, round));
    }
    output.emitWatermark(new Watermark(round));
  }

  private void send(ParameterDelta delta) {
    side(delta.table() == Table.DENSE ? StreamTypes.DENSE_DELTAS : StreamTypes.ITEM_DELTAS, delta);
  }

  private <T> void side(OutputTag<T> tag, T value) {
    output.collect(tag, new StreamRecord<>(value));
  }

  private void scheduleLinger() {
    // Without leave to go ahead it is the next value that comes back which wakes the waiting.
    if (lingering || !waiting.anyReady() || !waiting.mayGoAhead()) {
      return;
    }
    lingering = true;
    at(
        waiting.lingersUntil(),
        time -> {
          lingering = false;
          learnWhatIsDue(now());
        });
  }

  private void at(long time, ProcessingTimeCallback callback) {
    ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(time, callback);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    settle();
    ticks.barrier();
    waiting.restartSequence();
    if (openInputs > 0) {
      handOver();
    }
    modelVersion = checkpointId;
  }

  private void handOver() {
    progress.handOver(kept.snapshots(), part -> side(StreamTypes.SNAPSHOT_PARTS, part));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.save(model.dense(), rounds.last(), items.unadmitted());
  }

  @Override
  public void endInput(int inputId) {
    openInputs--;
    if (openInputs == 0) {
      settle();
      handOver();
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }

  @Override
  public void processWatermark1(Watermark mark) {}

  @Override
  public void processWatermark2(Watermark mark) {}

  // Nor is a learner ever idle to the owners below: they must wait for its rounds.
  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) {}

  @Override
  public void close() throws Exception {
    if (model != null) {
      model.close();
    }
    super.close();
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
