package io.rivulet.onnx;

import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Learner;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A learner that has seen random examples, and the rows that it has moved. */
final class TrainedModel implements AutoCloseable {
  private static final int ROWS = 24;
  private static final int BATCH = 8;

  private final LearnerSpec spec;
  private final Learner learner;
  private final Random random = new Random(7);
  private final List<float[]> users = new ArrayList<>();
  private final List<float[]> items = new ArrayList<>();

  TrainedModel(LearnerSpec spec, int steps) {
    this.spec = spec;
    learner = new Learner(spec);
    for (int row = 0; row < ROWS; row++) {
      users.add(Layouts.rows(spec).initial("user", "u" + row));
      items.add(Layouts.rows(spec).initial("item", "i" + row));
    }
    for (int step = 0; step < steps; step++) {
      int first = random.nextInt(ROWS);
      learner.learn(
          IntStream.range(0, BATCH)
              .mapToObj(i -> example(users.get((first + i) % ROWS), anyItem(), features(1)))
              .toList());
    }
  }

  Learner learner() {
    return learner;
  }

  /**
   * Examples on known rows and, the last one, on unknown ones; with known and unknown features, the
   * first one with none at all; the third one's item takes regressions beyond their range.
   */
  List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean cold = i > 0 && i == count - 1;
      float[] user = cold ? initial("user") : users.get(random.nextInt(ROWS));
      float[] item = cold ? initial("item") : i == 2 ? praised() : anyItem();
      examples.add(example(user, item, i == 0 ? nothingKnown() : features(4)));
    }
    return examples;
  }

  private float[] initial(String table) {
    return Layouts.rows(spec).initial(table, "never seen");
  }

  private float[] praised() {
    float[] item = anyItem().clone();
    Parts parts = new Parts(Layouts.rows(spec).schema());
    for (TaskSpec task : spec.tasks()) {
      if (task.type() == TaskType.REGRESSION) {
        item[parts.of("bias/" + task.name()).from()] += 4;
      }
    }
    return item;
  }

  private float[] anyItem() {
    return items.get(random.nextInt(ROWS));
  }

  private Example example(float[] user, float[] item, Features features) {
    float[] labels = new float[spec.tasks().size()];
    for (int task = 0; task < labels.length; task++) {
      labels[task] = random.nextInt(4) == 0 ? Float.NaN : label(spec.tasks().get(task));
    }
    return new Example(user, item, features, labels, 0.5f + random.nextFloat());
  }

  private float label(TaskSpec task) {
    if (!task.hasLabel()) {
      return Float.NaN;
    }
    return switch (task.type()) {
      case BINARY, PRODUCT -> random.nextInt(3) == 0 ? 1 : 0;
      case MULTICLASS -> random.nextInt(task.classes().size());
      case REGRESSION -> {
        double low = task.range().get(0);
        yield (float) (low + random.nextDouble() * (task.range().get(1) - low));
      }
    };
  }

  /**
   * Buckets from 0 on; numbers of different sizes, one of which never changes; any content.
   *
   * @param spread of the numbers: from 4 on many lie beyond what is cut off
   */
  private Features features(double spread) {
    int[] categories =
        spec.categorical().stream().mapToInt(f -> random.nextInt(f.buckets())).toArray();
    float[] numbers = new float[spec.numeric().size()];
    for (int i = 0; i < numbers.length; i++) {
      boolean constant = spec.numeric().get(i).equals("constant");
      double number = constant ? 3 : 100 * i + spread * Math.pow(10, i) * random.nextGaussian();
      numbers[i] = random.nextInt(5) == 0 ? Float.NaN : (float) number;
    }
    float[] content = new float[random.nextInt(4) == 0 ? 0 : spec.content().length()];
    for (int i = 0; i < content.length; i++) {
      content[i] = (float) random.nextGaussian();
    }
    return new Features(categories, numbers, content);
  }

  private Features nothingKnown() {
    float[] numbers = new float[spec.numeric().size()];
    Arrays.fill(numbers, Float.NaN);
    return new Features(new int[spec.categorical().size()], numbers, new float[0]);
  }

  @Override
  public void close() {
    learner.close();
  }
}
