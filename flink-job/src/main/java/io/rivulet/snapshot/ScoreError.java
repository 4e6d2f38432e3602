package io.rivulet.snapshot;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.Step;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures what an encoding does to the fused scores: on pairs of rows of a version, without
 * features, those of the rows as they were against those of the rows as a reader has them.
 */
public final class ScoreError implements AutoCloseable {
  private static final int MOST = 256;

  private final LearnerSpec spec;
  private final Outputs outputs;
  private final RowCoder coder;
  private final Learner learner;
  private final List<float[]> users = new ArrayList<>();
  private final List<float[]> items = new ArrayList<>();

  /** Of an encoding of the rows of a model. */
  public ScoreError(LearnerSpec spec, Encoding encoding) {
    this.spec = spec;
    outputs = new Outputs(spec);
    coder = new RowCoder(Layouts.rows(spec), encoding, false);
    learner = new Learner(spec);
  }

  /** Takes a row into the sample, if there are not enough yet. */
  public void add(Table table, Row row) {
    List<float[]> sample = table == Table.USER ? users : items;
    if (table != Table.DENSE && row != null && sample.size() < MOST) {
      sample.add(row.values());
    }
  }

  /**
   * Measures on the sample, and begins a new one.
   *
   * @param dense the version's dense parameters, with or without slots
   * @return mean and max of the absolute difference, and the number of pairs; empty without pairs
   */
  public Map<String, Double> measure(float[] dense) {
    System.arraycopy(dense, 0, learner.dense(), 0, dense.length);
    int pairs = users.isEmpty() || items.isEmpty() ? 0 : Math.max(users.size(), items.size());
    double sum = 0;
    double max = 0;
    List<Double> exact = scores(pairs, false);
    List<Double> read = scores(pairs, true);
    users.clear();
    items.clear();
    for (int pair = 0; pair < pairs; pair++) {
      double difference = Math.abs(exact.get(pair) - read.get(pair));
      sum += difference;
      max = Math.max(max, difference);
    }
    return pairs == 0 ? Map.of() : Map.of("mean", sum / pairs, "max", max, "pairs", (double) pairs);
  }

  private List<Double> scores(int pairs, boolean encoded) {
    float[] labels = new float[spec.tasks().size()];
    Arrays.fill(labels, Float.NaN);
    float[] numbers = new float[spec.numeric().size()];
    Arrays.fill(numbers, Float.NaN);
    Features features = new Features(new int[spec.categorical().size()], numbers, new float[0]);
    List<Example> examples = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      examples.add(
          new Example(
              row(users.get(pair % users.size()), encoded),
              row(items.get(pair % items.size()), encoded),
              features,
              labels,
              1));
    }
    Step step = learner.predict(examples);
    List<Double> scores = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      scores.add((double) outputs.fuse(step.prediction(pair)));
    }
    return scores;
  }

  private float[] row(float[] values, boolean encoded) {
    if (!encoded) {
      return values;
    }
    float[] read = values.clone();
    coder.decode(coder.encode(values), read);
    return read;
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    learner.close();
  }
}
