package io.rivulet.snapshot;

import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.Table;
import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Learner;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.Step;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Predicts with the rows of a store, as the job does. Not thread-safe: one for each thread. */
public final class Predictor implements AutoCloseable {
  private final ModelDefinition model;
  private final String arm;
  private final Learner learner;
  private final ExampleEncoder encoder;
  private final Outputs outputs;
  private final float[] missing;
  private ModelStore.Head loaded;

  /** A predictor for versions of one definition. */
  public Predictor(ModelDefinition model, String arm) {
    this.model = model;
    this.arm = arm;
    learner = new Learner(model.spec());
    encoder = new ExampleEncoder(model.spec());
    outputs = new Outputs(model.spec());
    missing = new float[model.spec().tasks().size()];
    Arrays.fill(missing, Float.NaN);
  }

  /** Whether it predicts with versions of a definition. */
  public boolean isOf(ModelDefinition definition) {
    return model.equals(definition);
  }

  /**
   * Predicts.
   *
   * @param view of a version that has this predictor's definition
   * @param facts gives what the catalog says of an item, null if it says nothing
   */
  public Scores predict(ModelStore.View view, ScoreQuery query, Function<String, ItemFacts> facts) {
    load(view);
    StoredRow user = view.row(Table.USER, query.userId());
    float[] userRow = values(Table.USER, query.userId(), user);
    List<Example> examples = new ArrayList<>(query.itemIds().size());
    boolean[] cold = new boolean[query.itemIds().size()];
    for (int i = 0; i < cold.length; i++) {
      String id = query.itemIds().get(i);
      StoredRow item = view.row(Table.ITEM, id);
      cold[i] = item == null;
      examples.add(
          new Example(
              userRow, values(Table.ITEM, id, item), features(query, facts.apply(id)), missing, 1));
    }
    Step step = learner.predict(examples);
    List<ItemScore> scores = new ArrayList<>(cold.length);
    for (int i = 0; i < cold.length; i++) {
      float[] prediction = step.prediction(i);
      scores.add(
          new ItemScore(
              query.itemIds().get(i),
              outputs.fuse(prediction),
              tasks(prediction),
              cold[i],
              step.rejection(i)));
    }
    return new Scores(view.head().version(), user == null, scores);
  }

  private void load(ModelStore.View view) {
    if (!Objects.equals(loaded, view.head())) {
      float[] dense = values(Table.DENSE, arm, view.row(Table.DENSE, arm));
      System.arraycopy(dense, 0, learner.dense(), 0, dense.length);
      loaded = view.head();
    }
  }

  private float[] values(Table table, String id, StoredRow row) {
    return row == null
        ? model.layout(table).initial(table.label(), id)
        : model.row(table, id, row).values();
  }

  private Features features(ScoreQuery query, ItemFacts facts) {
    return facts == null
        ? encoder.features(query.context(), query.numbers(), Map.of(), new float[0])
        : encoder.features(query.context(), query.numbers(), facts.attributes(), facts.content());
  }

  private Map<String, float[]> tasks(float[] prediction) {
    Map<String, float[]> tasks = new LinkedHashMap<>();
    List<TaskSpec> specs = model.spec().tasks();
    for (int task = 0; task < specs.size(); task++) {
      int from = outputs.offset(task);
      tasks.put(
          specs.get(task).name(),
          Arrays.copyOfRange(prediction, from, from + outputs.length(task)));
    }
    return tasks;
  }

  @Override
  public void close() {
    learner.close();
  }
}
