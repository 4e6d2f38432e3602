package io.rivulet.learner;

import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.ContentSpec;
import io.rivulet.learner.spec.FusionSpec;
import io.rivulet.learner.spec.FusionType;
import io.rivulet.learner.spec.LabelSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.OptimizerSpec;
import io.rivulet.learner.spec.OptimizerType;
import io.rivulet.learner.spec.StatisticsSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import io.rivulet.learner.spec.WeightingSpec;
import io.rivulet.learner.spec.WeightingType;
import io.rivulet.learner.spec.WideSpec;
import java.util.List;
import java.util.Map;

/** Specifications for tests. */
public final class Specs {
  private Specs() {}

  /** A binary task: the event's value is at least {@code threshold}. */
  public static TaskSpec binary(String name, double threshold) {
    LabelSpec label = new LabelSpec(List.of(), List.of(), List.of("rate"), threshold, "");
    return new TaskSpec(name, TaskType.BINARY, label, List.of(), List.of(), List.of(), 1, 0, false);
  }

  /** A binary task without a label of its own, to be part of a product. */
  public static TaskSpec unlabelled(String name) {
    LabelSpec none = new LabelSpec(List.of(), List.of(), List.of(), Double.NaN, "");
    return new TaskSpec(name, TaskType.BINARY, none, List.of(), List.of(), List.of(), 1, 0, false);
  }

  /** A product of two binary tasks: the event's value is at least {@code threshold}. */
  public static TaskSpec product(String name, double threshold, String first, String second) {
    return new TaskSpec(
        name,
        TaskType.PRODUCT,
        binary(name, threshold).label(),
        List.of(first, second),
        List.of(),
        List.of(),
        1,
        0,
        false);
  }

  /** A regression on the event's value. */
  public static TaskSpec regression(String name, double low, double high) {
    LabelSpec label = new LabelSpec(List.of(), List.of(), List.of("rate"), Double.NaN, "");
    return new TaskSpec(
        name, TaskType.REGRESSION, label, List.of(), List.of(low, high), List.of(), 1, 0, false);
  }

  /** A regression whose loss grows in proportion to the error beyond {@code knee}. */
  public static TaskSpec huber(String name, double low, double high, double knee) {
    TaskSpec task = regression(name, low, high);
    return new TaskSpec(
        name, task.type(), task.label(), task.of(), task.range(), task.classes(), 1, knee, false);
  }

  /** A class that is found in {@code from}. */
  public static TaskSpec multiclass(String name, String from, List<String> classes) {
    LabelSpec label = new LabelSpec(List.of(), List.of(), List.of("rate"), Double.NaN, from);
    return new TaskSpec(
        name, TaskType.MULTICLASS, label, List.of(), List.of(), classes, 1, 0, false);
  }

  /** Weighting with the defaults for all but the type. */
  public static WeightingSpec weighting(WeightingType type) {
    return new WeightingSpec(type, Map.of(), 0.01, 100_000, true, Map.of());
  }

  /** The same with its loss multiplied. */
  public static TaskSpec scaled(TaskSpec task, double scale) {
    return task.withLossScale(scale);
  }

  /** Fusion with the defaults. */
  public static FusionSpec average() {
    return new FusionSpec(FusionType.AVERAGE, Map.of(), Map.of());
  }

  /** The same without an effect on what is shared. */
  public static TaskSpec stopped(TaskSpec task) {
    return task.withStopGradient(true);
  }

  /** Optimiser with the defaults for all but type and step size. */
  public static OptimizerSpec optimizer(OptimizerType type, double learningRate) {
    return new OptimizerSpec(type, learningRate, 1e-8, 0.1, 1, 0, 0, 0.9, 0.999, 0, 0, 1);
  }

  /** Layers, with two levels where there are levels. */
  public static ArchitectureSpec architecture(
      ArchitectureType type, List<Integer> hidden, int tower) {
    return new ArchitectureSpec(type, hidden, tower, 4, 1, type == ArchitectureType.PLE ? 2 : 1, 0);
  }

  /** The wide part by default. */
  public static WideSpec wide() {
    return new WideSpec(0.2, 0.03, 1);
  }

  /** Statistics with the defaults for all but the switch. */
  public static StatisticsSpec statistics(boolean enabled) {
    return new StatisticsSpec(enabled, 4, 5, 50);
  }

  /** The defaults, as the annotations of {@link LearnerSpec} state them. */
  public static LearnerSpec learner(List<TaskSpec> tasks, List<CategoricalSpec> categorical) {
    return new LearnerSpec(
        16,
        tasks,
        categorical,
        List.of(),
        new ContentSpec(0, 8),
        architecture(ArchitectureType.SHARED_BOTTOM, List.of(64), 16),
        wide(),
        statistics(true),
        weighting(WeightingType.STCH),
        average(),
        new OptimizerSpec(
            OptimizerType.ROWWISE_ADAGRAD, 0.15, 1e-8, 0.1, 1, 0.01, 0, 0.9, 0.999, 0, 0, 1),
        optimizer(OptimizerType.ADAGRAD, 0.03),
        1);
  }

  /** The same with longer or shorter embeddings, and other tasks and features. */
  public static LearnerSpec changed(
      LearnerSpec spec,
      int embedding,
      List<TaskSpec> tasks,
      List<CategoricalSpec> categorical,
      List<String> numeric) {
    return new LearnerSpec(
        embedding,
        tasks,
        categorical,
        numeric,
        spec.content(),
        spec.architecture(),
        spec.wide(),
        spec.statistics(),
        spec.weighting(),
        spec.fusion(),
        spec.rows(),
        spec.dense(),
        spec.seed());
  }

  /** The same with another seed. */
  public static LearnerSpec seeded(LearnerSpec spec, long seed) {
    return spec.withSeed(seed);
  }

  /** The same with other layers. */
  public static LearnerSpec layered(LearnerSpec spec, ArchitectureSpec architecture) {
    return spec.withArchitecture(architecture);
  }

  /** The same with or without running statistics. */
  public static LearnerSpec observing(LearnerSpec spec, boolean statistics) {
    return spec.withStatistics(statistics(statistics));
  }

  /** The same with another weighting. */
  public static LearnerSpec weighted(LearnerSpec spec, WeightingSpec weighting) {
    return spec.withWeighting(weighting);
  }

  /** The same with another fusion. */
  public static LearnerSpec fused(LearnerSpec spec, FusionSpec fusion) {
    return new LearnerSpec(
        spec.embedding(),
        spec.tasks(),
        spec.categorical(),
        spec.numeric(),
        spec.content(),
        spec.architecture(),
        spec.wide(),
        spec.statistics(),
        spec.weighting(),
        fusion,
        spec.rows(),
        spec.dense(),
        spec.seed());
  }
}
