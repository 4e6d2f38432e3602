package io.rivulet.compare;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the models are run. */
final class RunOptions {
  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Runs of each model (default: ${DEFAULT-VALUE}).",
      defaultValue = "3")
  private int seeds;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Most examples in one step of the learner (default: ${DEFAULT-VALUE}).",
      defaultValue = "8")
  private int batch;

  @Option(
      names = "--keep",
      paramLabel = "TASK=SHARE",
      description =
          "A task learns from a random share of its labels and is tested on all, such as"
              + " like=0.05.",
      defaultValue = "")
  private String keep;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at a time; 0: one per core (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private int threads;

  /** The shares of labels that are learned from, by task. */
  private Map<String, Double> kept(LearnerSpec spec) {
    return Choices.byTask(
        "compare.keep",
        keep,
        spec.tasks(),
        share -> share >= 0 && share <= 1,
        "a share of the labels, from 0 to 1");
  }

  /** The runs of models that have {@code common} in common. */
  Runs runs(LearnerSpec common) {
    atLeast("compare.seeds", seeds, 1);
    atLeast("compare.batch", batch, 1);
    atLeast("compare.threads", threads, 0);
    int atOnce = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    return new Runs(common, seeds, batch, kept(common), atOnce);
  }

  private static void atLeast(String key, int found, int minimum) {
    if (found < minimum) {
      throw new SpecException(key, found, "a whole number of at least " + minimum);
    }
  }
}
