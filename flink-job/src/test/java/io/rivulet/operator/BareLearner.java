package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Example;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small model in a for loop: one event after the other, all rows in memory. */
final class BareLearner implements AutoCloseable {
  private final Learner learner;
  private final ParameterLayout layout;
  private final Map<String, float[]> users = new HashMap<>();
  private final Map<String, float[]> items = new HashMap<>();

  /** A new model. */
  BareLearner() {
    this(Layouts.dense(SmallModel.SPEC).initial(Table.DENSE.label(), SmallModel.ARM));
  }

  /** A model with the given dense parameters and new rows. */
  BareLearner(float[] dense) {
    this(SmallModel.SPEC, dense);
  }

  /** Another model with the given dense parameters and new rows. */
  BareLearner(LearnerSpec spec, float[] dense) {
    learner = new Learner(spec);
    layout = Layouts.rows(spec);
    System.arraycopy(dense, 0, learner.dense(), 0, dense.length);
  }

  float[] predict(AttachedEvent event) {
    return learner.predict(List.of(example(event))).prediction(0);
  }

  /** The prediction that was made before the event was learned. */
  float[] learn(AttachedEvent event) {
    return learner.learn(List.of(example(event))).prediction(0);
  }

  float[] user(String id) {
    return users.computeIfAbsent(id, key -> layout.initial(Table.USER.label(), key));
  }

  private float[] item(String id) {
    return items.computeIfAbsent(id, key -> layout.initial(Table.ITEM.label(), key));
  }

  private Example example(AttachedEvent event) {
    return new Example(
        user(event.userId()),
        item(event.itemId()),
        event.features(),
        event.labels(),
        event.weight());
  }

  @Override
  public void close() {
    learner.close();
  }
}
