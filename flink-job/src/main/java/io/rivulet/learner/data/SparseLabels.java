package io.rivulet.learner.data;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Keeps a task's label for a random share of the examples only, as if labels were few. Follows from
 * the specification's seed: the same examples in the same order keep the same labels.
 */
final class SparseLabels {
  private static final long SEED_FACTOR = 7919;

  private final double[] kept;
  private final Random random;

  /**
   * Hides the labels of the tasks of {@code spec} that are named.
   *
   * @param kept share of the labels to keep, in [0, 1], by task name; a task that is not named
   *     keeps all
   * @throws SpecException if a name is that of no task, or a share is no share
   */
  SparseLabels(LearnerSpec spec, Map<String, Double> kept) {
    List<String> names = spec.tasks().stream().map(TaskSpec::name).toList();
    kept.forEach(
        (name, share) -> {
          if (!names.contains(name)) {
            throw new SpecException("keep", name, "one of the tasks " + names);
          }
          if (!(share >= 0 && share <= 1)) {
            throw new SpecException("keep." + name, share, "a number from 0 to 1");
          }
        });
    this.kept = spec.perTask(kept, 1);
    random = new Random(SEED_FACTOR * spec.seed());
  }

  /** Whether any label may be hidden. */
  boolean any() {
    return Arrays.stream(kept).anyMatch(share -> share < 1);
  }

  /** The labels of the next example to learn from, as a new array: NaN where one is hidden. */
  float[] learned(float[] labels) {
    float[] learned = labels.clone();
    for (int task = 0; task < learned.length; task++) {
      if (kept[task] < 1 && random.nextDouble() >= kept[task]) {
        learned[task] = Float.NaN;
      }
    }
    return learned;
  }
}
