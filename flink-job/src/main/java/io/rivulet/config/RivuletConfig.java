package io.rivulet.config;

import io.rivulet.config.yaml.YamlReader;
import io.rivulet.learner.spec.Checks;
import io.rivulet.learner.spec.ExplorationSpec;
import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.TaskSpec;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Everything that can be set for a job. */
public record RivuletConfig(
    @Key(
            value =
                "Name of this model in scores and metrics: a letter, then letters, digits, '-' or"
                    + " '_'.",
            otherwise = "champion")
        String arm,
    @Key(value = "Brokers and topics.", otherwise = "{}") KafkaConfig kafka,
    @Key("The model: what it predicts, and how it learns.") LearnerSpec learner,
    @Key(value = "Which events are accepted.", otherwise = "{}") InputConfig input,
    @Key(value = "How examples are gathered for one step of the learner.", otherwise = "{}")
        MicroBatchConfig microBatch,
    @Key(value = "How learners share what they learn.", otherwise = "{}") RoundsConfig rounds,
    @Key(value = "The user rows that are kept in memory.", otherwise = "{}")
        RowCacheConfig rowCache,
    @Key(value = "Which ids get a row, and how long rows are kept.", otherwise = "{}")
        RowsConfig rows,
    @Key(value = "How the candidates of score-requests are ordered.", otherwise = "{}")
        ExplorationSpec exploration,
    @Key(value = "What a restart continues from.", otherwise = "{}") CheckpointsConfig checkpoints,
    @Key(value = "How the model is measured while it learns.", otherwise = "{}")
        MetricsConfig metrics,
    @Key(value = "How versions of the model are published.", otherwise = "{}")
        SnapshotsConfig snapshots,
    @Key(
            value = "Parallel learners, 0 to `maxParallelism`. 0: what `flink run -p` says.",
            otherwise = "0")
        int parallelism,
    @Key(
            value =
                "Upper bound of all later parallelism, 1 to 32768. Fixed with the first"
                    + " checkpoint: another value cannot read that state.",
            otherwise = "128")
        int maxParallelism)
    implements Serializable {

  /** Checks the ranges, and what no part can check alone. */
  public RivuletConfig {
    Checks.name("arm", arm);
    Ranges.within("maxParallelism", maxParallelism, 1, 32768);
    Ranges.within("parallelism", parallelism, 0, maxParallelism);
    checkShares("rows.users.mostRows", rows.users().mostRows(), maxParallelism);
    checkShares("rows.items.mostRows", rows.items().mostRows(), maxParallelism);
    Set<String> learned = learnedActions(learner);
    for (String action : input.otherActions()) {
      if (learned.contains(action)) {
        throw new SpecException(
            "input.otherActions", action, "only actions that no task names: this one is known");
      }
    }
    if (learned.isEmpty() && input.otherActions().isEmpty()) {
      throw new SpecException(
          "input.otherActions",
          "[]",
          "at least one action: no task names any, so that every event would be a dead letter");
    }
  }

  /**
   * Reads a file, with the environment variables of this process.
   *
   * @throws io.rivulet.config.yaml.ConfigException if the file is absent or wrong; the message
   *     names file, line, key, what was found and what to write instead
   */
  public static RivuletConfig read(Path file) {
    return new YamlReader(System::getenv).read(RivuletConfig.class, file);
  }

  /**
   * Reads a text as {@link #read} reads a file.
   *
   * @param source the name by which messages call the text
   * @param environment gives the value of an environment variable, null if it is not set
   */
  public static RivuletConfig parse(String source, String text, UnaryOperator<String> environment) {
    return new YamlReader(environment).read(RivuletConfig.class, source, text);
  }

  /** All actions that an event may carry: those that tasks name, and the others. */
  public Set<String> knownActions() {
    Set<String> actions = learnedActions(learner);
    actions.addAll(input.otherActions());
    return actions;
  }

  private static void checkShares(String key, long mostRows, int keyGroups) {
    if (mostRows > 0 && mostRows < keyGroups) {
      throw new SpecException(
          key, mostRows, "0 for no limit, or at least maxParallelism (" + keyGroups + ")");
    }
  }

  private static Set<String> learnedActions(LearnerSpec learner) {
    Set<String> actions = new TreeSet<>();
    for (TaskSpec task : learner.tasks()) {
      actions.addAll(task.label().positive());
      actions.addAll(task.label().negative());
      actions.addAll(task.label().actions());
    }
    return actions;
  }
}
