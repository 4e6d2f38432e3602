package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that defines a model: two learners with equal specifications compute the same. */
public record LearnerSpec(
    @Key(value = "Length of a user's and an item's embedding, >= 1.", otherwise = "16")
        int embedding,
    @Key("What to predict, at least one task.") List<TaskSpec> tasks,
    @Key(value = "Low-cardinality features.", otherwise = "[]") List<CategoricalSpec> categorical,
    @Key(
            value =
                "Names of numeric features of the event (its `features`); each is brought to mean 0"
                    + " and deviation 1 by what was seen so far.",
            otherwise = "[]")
        List<String> numeric,
    @Key(value = "The items' content vectors.", otherwise = "{}") ContentSpec content,
    @Key(value = "The layers.", otherwise = "{}") ArchitectureSpec architecture,
    @Key(value = "What is added to the network's outputs.", otherwise = "{}") WideSpec wide,
    @Key(value = "Running statistics of users and items as inputs.", otherwise = "{}")
        StatisticsSpec statistics,
    @Key(value = "How the tasks are weighted.", otherwise = "{}") WeightingSpec weighting,
    @Key(value = "How predictions become one score to rank by.", otherwise = "{}")
        FusionSpec fusion,
    @Key(
            value = "Optimiser of user and item rows.",
            otherwise = "{type: rowwise-adagrad, learningRate: 0.15, l2: 0.01}")
        OptimizerSpec rows,
    @Key(
            value = "Optimiser of all other parameters.",
            otherwise = "{type: adagrad, learningRate: 0.03}")
        OptimizerSpec dense,
    @Key(
            value = "Seed of every random number: same seed, same stream, same model.",
            otherwise = "1")
        long seed)
    implements Serializable {

  /** Checks the ranges, that names are unique, and that no feature gives a label away. */
  public LearnerSpec {
    Checks.atLeast("embedding", embedding, 1);
    tasks = List.copyOf(tasks);
    categorical = List.copyOf(categorical);
    numeric = List.copyOf(numeric);
    if (new HashSet<>(numeric).size() != numeric.size()) {
      throw new SpecException("numeric", numeric, "each feature once");
    }
    if (tasks.isEmpty()) {
      throw new SpecException("tasks", "[]", "at least one task");
    }
    Set<String> names = new HashSet<>();
    for (TaskSpec task : tasks) {
      if (!names.add(task.name())) {
        throw new SpecException("tasks", task.name(), "a different name for each task");
      }
    }
    Set<String> features = new HashSet<>();
    for (CategoricalSpec feature : categorical) {
      if (!features.add(feature.from())) {
        throw new SpecException("categorical", feature.from(), "each feature once");
      }
    }
    for (TaskSpec task : tasks) {
      if (features.contains(task.label().from())) {
        throw new SpecException(
            "categorical",
            task.label().from(),
            "only features that are no task's label: the model would read off the answer");
      }
    }
    ProductChecks.check(tasks, weighting);
    List<TaskSpec> labelled = tasks.stream().filter(TaskSpec::hasLabel).toList();
    Checks.known("weighting.weights", weighting.weights().keySet(), labelled);
    Checks.known("weighting.shares", weighting.shares().keySet(), tasks);
    fusion.check(tasks);
    if (dense.type() == OptimizerType.ROWWISE_ADAGRAD) {
      throw new SpecException("dense.type", "rowwise-adagrad", "adagrad or adam: it is for rows");
    }
  }

  /** The tasks with a part of the model of their own, which come first. */
  public List<TaskSpec> towers() {
    return tasks.stream().filter(TaskSpec::hasTower).toList();
  }

  /** What is learned for each of them, see {@link TaskSpec#identity}. */
  public List<String> towerIdentities() {
    return towers().stream().map(TaskSpec::identity).toList();
  }

  /** The same with other tasks. */
  public LearnerSpec withTasks(List<TaskSpec> others) {
    return with(others, architecture, statistics, weighting, seed);
  }

  /** The same with other layers. */
  public LearnerSpec withArchitecture(ArchitectureSpec other) {
    return with(tasks, other, statistics, weighting, seed);
  }

  /** The same with other statistics. */
  public LearnerSpec withStatistics(StatisticsSpec others) {
    return with(tasks, architecture, others, weighting, seed);
  }

  /** The same with another weighting. */
  public LearnerSpec withWeighting(WeightingSpec other) {
    return with(tasks, architecture, statistics, other, seed);
  }

  /** The same with another seed. */
  public LearnerSpec withSeed(long other) {
    return with(tasks, architecture, statistics, weighting, other);
  }

  private LearnerSpec with(
      List<TaskSpec> tasks,
      ArchitectureSpec architecture,
      StatisticsSpec statistics,
      WeightingSpec weighting,
      long seed) {
    return new LearnerSpec(
        embedding,
        tasks,
        categorical,
        numeric,
        content,
        architecture,
        wide,
        statistics,
        weighting,
        fusion,
        rows,
        dense,
        seed);
  }

  /** What is learned for each task, see {@link TaskSpec#identity}. */
  public List<String> taskIdentities() {
    return tasks.stream().map(TaskSpec::identity).toList();
  }

  /** Numbers by task name as numbers by task, {@code otherwise} for a task that is not named. */
  public double[] perTask(Map<String, Double> byName, double otherwise) {
    return tasks.stream()
        .mapToDouble(task -> byName.getOrDefault(task.name(), otherwise))
        .toArray();
  }
}
