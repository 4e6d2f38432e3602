package io.rivulet.demo;

import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.Example;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Step;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.ScoreRequest;
import io.rivulet.schema.UserEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The learner in a plain loop: no Flink, no Kafka, rows in maps. */
final class BareLearner implements AutoCloseable {
  private final ParameterLayout rows;
  private final ExampleEncoder encoder;
  private final Learner learner;
  private final float[] noLabels;
  private final Map<String, ItemUpdate> catalog;
  private final Map<String, float[]> users = new HashMap<>();
  private final Map<String, float[]> items = new HashMap<>();

  /**
   * A new model.
   *
   * @param catalog what is known of each item
   */
  BareLearner(RivuletConfig config, Map<String, ItemUpdate> catalog) {
    rows = Layouts.rows(config.learner());
    encoder = new ExampleEncoder(config.learner());
    learner = new Learner(config.learner());
    float[] dense = Layouts.dense(config.learner()).initial("dense", config.arm());
    System.arraycopy(dense, 0, learner.dense(), 0, dense.length);
    noLabels = new float[config.learner().tasks().size()];
    Arrays.fill(noLabels, Float.NaN);
    this.catalog = catalog;
  }

  /** Learns one micro-batch; returns what was predicted before. */
  List<float[]> learn(List<UserEvent> batch) {
    List<Example> examples = new ArrayList<>();
    for (UserEvent event : batch) {
      ItemUpdate item = catalog.get(event.getItemId());
      Map<String, String> facts = item.getAttributes();
      double value = event.getValue() == null ? Double.NaN : event.getValue();
      examples.add(
          new Example(
              users.computeIfAbsent(event.getUserId(), id -> rows.initial("user", id)),
              items.computeIfAbsent(event.getItemId(), id -> rows.initial("item", id)),
              encoder.features(event.getContext(), event.getFeatures(), facts, content(item)),
              encoder.labels(event.getAction(), value, event.getContext(), facts),
              event.getWeight()));
    }
    Step step = learner.learn(examples);
    List<float[]> predictions = new ArrayList<>();
    for (int i = 0; i < step.size(); i++) {
      predictions.add(step.prediction(i));
    }
    return predictions;
  }

  /** Predicts for each candidate of a request, in its order, and changes nothing. */
  List<float[]> predict(ScoreRequest request) {
    List<float[]> predictions = new ArrayList<>();
    for (String id : request.getItemIds()) {
      ItemUpdate item = catalog.get(id);
      float[] user = users.get(request.getUserId());
      float[] row = items.get(id);
      Example example =
          new Example(
              user == null ? rows.initial("user", request.getUserId()) : user,
              row == null ? rows.initial("item", id) : row,
              encoder.features(
                  request.getContext(),
                  request.getFeatures(),
                  item == null ? Map.of() : item.getAttributes(),
                  item == null ? new float[0] : content(item)),
              noLabels,
              1);
      predictions.add(learner.predict(List.of(example)).prediction(0));
    }
    return predictions;
  }

  /**
   * Shakes the shared parameters as the loop does, which adds differences of floats: every fourth
   * number moves by one unit in its last place.
   */
  void round(RandomGenerator random) {
    shake(learner.dense(), random);
    items.values().forEach(row -> shake(row, random));
  }

  private static void shake(float[] numbers, RandomGenerator random) {
    for (int i = 0; i < numbers.length; i++) {
      int chance = random.nextInt(8);
      if (chance == 0) {
        numbers[i] = Math.nextUp(numbers[i]);
      } else if (chance == 1) {
        numbers[i] = Math.nextDown(numbers[i]);
      }
    }
  }

  private static float[] content(ItemUpdate item) {
    float[] content = new float[item.getContent().size()];
    for (int i = 0; i < content.length; i++) {
      content[i] = item.getContent().get(i);
    }
    return content;
  }

  @Override
  public void close() {
    learner.close();
  }
}
