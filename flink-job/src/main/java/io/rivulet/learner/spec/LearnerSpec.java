package io.rivulet.learner.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that defines a model: two learners with equal specifications compute the same. */
public record LearnerSpec(
    @Key(value = "Length of a user's and an item's embedding, >= 1.", otherwise = "16")
        int embedding,
    @Key("What to predict, at least one task.") List<TaskSpec> tasks,
    @Key(value = "Low-cardinality features.", otherwise = "[]") List<CategoricalSpec> categorical,
    @Key(value = "The layers.", otherwise = "{}") ArchitectureSpec architecture,
    @Key(value = "How the tasks are weighted.", otherwise = "{}") WeightingSpec weighting,
    @Key(
            value = "Optimiser of user and item rows.",
            otherwise = "{type: rowwise-adagrad, learningRate: 0.2}")
        OptimizerSpec rows,
    @Key(
            value = "Optimiser of all other parameters.",
            otherwise = "{type: adagrad, learningRate: 0.02}")
        OptimizerSpec dense,
    @Key(
            value = "Seed of every random number: same seed, same stream, same model.",
            otherwise = "1")
        long seed) {

  /** Checks the ranges and that task names are unique. */
  public LearnerSpec {
    Checks.atLeast("embedding", embedding, 1);
    tasks = List.copyOf(tasks);
    categorical = List.copyOf(categorical);
    if (tasks.isEmpty()) {
      throw new SpecException("tasks", "[]", "at least one task");
    }
    Set<String> names = new HashSet<>();
    for (TaskSpec task : tasks) {
      if (!names.add(task.name())) {
        throw new SpecException("tasks", task.name(), "a different name for each task");
      }
    }
    if (dense.type() == OptimizerType.ROWWISE_ADAGRAD) {
      throw new SpecException("dense.type", "rowwise-adagrad", "sgd or adagrad: it is for rows");
    }
  }
}
