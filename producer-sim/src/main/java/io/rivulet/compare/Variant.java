package io.rivulet.compare;

import io.rivulet.config.yaml.EnumNames;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A model to be compared: all that a configuration says, with these two put in its place. */
record Variant(ArchitectureType architecture, WeightingType weighting)
    implements Comparable<Variant> {
  /**
   * Every task alone, the yardstick: vectors, categories, statistics, layers and biases of its own.
   */
  static final Variant ALONE = new Variant(ArchitectureType.SINGLE_TASK, WeightingType.EQUAL);

  private static final Comparator<Variant> ORDER =
      Comparator.comparing(Variant::architecture).thenComparing(Variant::weighting);

  /** The model with a seed. */
  LearnerSpec of(LearnerSpec configured, long seed) {
    return configured
        .withTasks(tasks(configured.tasks()))
        .withArchitecture(configured.architecture().withType(architecture))
        .withWeighting(weights(configured.weighting()))
        .withSeed(seed);
  }

  String architectureName() {
    return EnumNames.of(architecture);
  }

  String weightingName() {
    return EnumNames.of(weighting);
  }

  /** Such as {@code mmoe, equal}. */
  @Override
  public String toString() {
    return architectureName() + ", " + weightingName();
  }

  @Override
  public int compareTo(Variant other) {
    return ORDER.compare(this, other);
  }

  private WeightingSpec weights(WeightingSpec old) {
    return new WeightingSpec(
        weighting,
        weighting == WeightingType.STATIC ? old.weights() : Map.of(),
        old.learningRate(),
        old.horizon(),
        old.unitFree(),
        alone() ? Map.of() : old.shares());
  }

  /** A task that listens to others only would learn nothing alone. */
  private List<TaskSpec> tasks(List<TaskSpec> old) {
    return alone() ? old.stream().map(task -> task.withStopGradient(false)).toList() : old;
  }

  private boolean alone() {
    return architecture == ArchitectureType.SINGLE_TASK;
  }
}
