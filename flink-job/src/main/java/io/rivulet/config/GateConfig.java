package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;

/** Which versions of the model are held back. One with numbers that are not finite always is. */
public record GateConfig(
    @Key(
            value =
                "A metric that a version may not be worse in than the one published last, such as"
                    + " `click.auc`: a task, and a metric or `loss`. Empty: none.",
            otherwise = "")
        String metric,
    @Key(value = "By how much it may be worse, at least 0.", otherwise = "0") double worseBy)
    implements Serializable {

  /** Checks the ranges. */
  public GateConfig {
    if (!metric.isEmpty() && !metric.matches("[^.\\s]+\\.[A-Za-z]+")) {
      throw new SpecException("metric", metric, "task.metric, such as click.auc");
    }
    if (!(worseBy >= 0) || Double.isInfinite(worseBy)) {
      throw new SpecException("worseBy", worseBy, "a number of at least 0");
    }
  }
}
