package io.rivulet.learner;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.ContentSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.OptimizerType;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingSpec;
import io.rivulet.learner.spec.WeightingType;
import io.rivulet.learner.spec.WideSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model on its way and a batch that holds what can occur: every kind of task, missing labels,
 * unknown numbers, no content, examples and tasks of different weight. Step sizes are 1, so that a
 * step of gradient descent moves every parameter by its gradient.
 */
public final class GradientCase {
  private static final TaskSpec RATING = Specs.regression("rating", 1, 5);
  private static final TaskSpec LIKE = Specs.binary("like", 4);
  private static final TaskSpec GENRE =
      Specs.multiclass("genre", "item.genre", List.of("a", "b", "c"));
  private static final TaskSpec WORTH = Specs.unlabelled("worth");
  private static final TaskSpec BUY = Specs.product("buy", 5, "like", "worth");
  private static final TaskSpec WATCH = Specs.scaled(Specs.huber("watch", 0, 10, 1.5), 0.5);

  private final LearnerSpec spec;
  private final Random random = new Random(5);
  private final List<Example> batch = new ArrayList<>();

  private GradientCase(ArchitectureType type, TaskSpec like) {
    spec =
        new LearnerSpec(
            4,
            List.of(RATING, like, GENRE, WATCH, WORTH, BUY),
            List.of(
                new CategoricalSpec("context.age", 3, 2), new CategoricalSpec("item.year", 4, 1)),
            List.of("dwell", "price"),
            new ContentSpec(3, 2),
            Specs.architecture(type, List.of(6, 5), 4),
            new WideSpec(1, 1, 0.7),
            Specs.statistics(true),
            new WeightingSpec(
                WeightingType.STATIC,
                Map.of("like", 1.5, "genre", 0.5),
                0.01,
                100_000,
                true,
                Map.of()),
            Specs.average(),
            Specs.optimizer(OptimizerType.SGD, 1),
            Specs.optimizer(OptimizerType.SGD, 1),
            3);
    for (int i = 0; i < 4; i++) {
      float[] labels = {
        1 + random.nextInt(5),
        random.nextInt(2),
        random.nextInt(3),
        10 * random.nextFloat(),
        Float.NaN,
        i % 2
      };
      int[] categories = {random.nextInt(3), random.nextInt(4)};
      float[] numbers = {random.nextFloat(), i == 1 ? Float.NaN : random.nextFloat()};
      float[] content = i == 0 ? new float[0] : new float[] {1, -random.nextFloat(), 2};
      Features features = new Features(categories, numbers, content);
      batch.add(new Example(row(), row(), features, labels, 0.5f + random.nextFloat()));
    }
    batch.get(0).labels()[1] = Float.NaN;
    batch.get(1).labels()[0] = Float.NaN;
    batch.get(2).labels()[2] = Float.NaN;
    batch.get(2).labels()[3] = Float.NaN;
    batch.get(3).labels()[5] = Float.NaN;
  }

  /** The case for one architecture. */
  public static GradientCase of(ArchitectureType type) {
    return new GradientCase(type, LIKE);
  }

  /** The same with a task that has no effect on what is shared. */
  public static GradientCase withAStoppedTask(ArchitectureType type) {
    return new GradientCase(type, Specs.stopped(LIKE));
  }

  /** The model. */
  public LearnerSpec spec() {
    return spec;
  }

  /** The examples, live. */
  public List<Example> batch() {
    return batch;
  }

  /** Moves dense parameters away from 0, where a table has no effect and a rectifier no slope. */
  public void perturb(float[] dense) {
    perturb(dense, new Model(spec).dense());
  }

  /** Whether a segment holds counts and sums, which follow no gradient. */
  public static boolean counted(Segment segment) {
    return segment.name().matches(".*/(count|sum|squares)|number/.*");
  }

  private float[] row() {
    float[] row = new float[Layouts.rows(spec).length()];
    perturb(row, new Model(spec).row().segments());
    return row;
  }

  private void perturb(float[] values, Segments segments) {
    int at = 0;
    for (Segment segment : segments.list()) {
      for (int i = 0; i < segment.length(); i++, at++) {
        values[at] +=
            counted(segment) ? random.nextFloat() / 2 : 0.5f * (float) random.nextGaussian();
      }
    }
  }
}
