package io.rivulet.state;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Example;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Step;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The model as one learner sees it: its own user rows, and its views of the shared items and dense
 * parameters. Brings the core learner and the rows together, and keeps account of what was changed.
 */
public final class LocalModel implements AutoCloseable {
  private final String arm;
  private final Learner learner;
  private final UserRows users;
  private final ItemReplicas items;
  private final Replica dense;
  private final CandidateScorer scorer;

  /**
   * A model at its beginning, or going on from a published value of the dense parameters.
   *
   * @param known the dense value to go on from, or null for a new model
   */
  public LocalModel(
      String arm, LearnerSpec spec, UserRows users, ItemReplicas items, ParameterValue known) {
    this.arm = arm;
    this.users = users;
    this.items = items;
    learner = new Learner(spec);
    scorer = new CandidateScorer(spec, learner, users, items);
    ParameterLayout layout = Layouts.dense(spec);
    float[] values =
        known == null ? layout.initial(Table.DENSE.label(), arm) : known.row().unpacked().values();
    System.arraycopy(values, 0, learner.dense(), 0, layout.length());
    dense = new Replica(layout, learner.dense(), known == null ? Long.MIN_VALUE : known.round());
  }

  /** Scores the events, then learns from their labels. No two events are of the same user. */
  public Step learn(List<AttachedEvent> batch) {
    List<OpenRow> userRows = users.open(batch.stream().map(AttachedEvent::userId).toList());
    List<OpenRow> itemRows = items.open(batch);
    List<Example> examples = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      AttachedEvent event = batch.get(i);
      examples.add(
          new Example(
              userRows.get(i).values(),
              itemRows.get(i).values(),
              event.features(),
              event.labels(),
              event.weight()));
    }
    dense.touch();
    Step step = learner.learn(examples);
    for (int i = 0; i < batch.size(); i++) {
      if (step.trained(i)) {
        long eventTime = batch.get(i).eventTime();
        userRows.get(i).learned(eventTime);
        itemRows.get(i).learned(eventTime);
        dense.learned(eventTime);
      }
    }
    users.trim();
    return step;
  }

  /** Scores a request's candidates, in its order, without changing anything. */
  public List<ScoredCandidate> score(Gathered gathered) {
    return scorer.score(gathered);
  }

  /** Takes in what an event brings of its item; the event itself may be learned much later. */
  public void receive(AttachedEvent event) {
    items.receive(event);
  }

  /** Takes in a value that the dense owner published. */
  public void receive(ParameterValue value) {
    dense.receive(value.round(), value.row().unpacked().values());
  }

  /** Examples learned here that the newest published dense value does not hold yet. */
  public long ahead() {
    return dense.ahead();
  }

  /** Ends the round and hands over what was done to shared parameters in it. */
  public void closeRound(long round, Consumer<ParameterDelta> deltas) {
    items.close(round, deltas);
    Row work = dense.close(round);
    if (work != null) {
      deltas.accept(new ParameterDelta(Table.DENSE, arm, round, work));
    }
  }

  /** The dense parameters as they stand, with the stamp of the published value in them. */
  public ParameterValue dense() {
    return ParameterValue.of(Table.DENSE, arm, dense.stamp(), new Row(0, 0, learner.dense()));
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    learner.close();
  }
}
