package io.rivulet.snapshot;

import java.util.Locale;
import java.util.Map;

/** Whether a version is good enough to be published after the one before. */
public final class Gate {
  private final String metric;
  private final double worseBy;

  /**
   * A gate.
   *
   * @param metric what a version may not be worse in, as {@code task.metric}; empty for nothing
   * @param worseBy by how much it may be worse, >= 0
   */
  public Gate(String metric, double worseBy) {
    this.metric = metric;
    this.worseBy = worseBy;
  }

  /**
   * Why a version is to be held back; null if it is not.
   *
   * @param published metrics of the version published last, by {@code task.metric}
   * @param now the newest metrics
   */
  public String objection(Map<String, Double> published, Map<String, Double> now) {
    for (Map.Entry<String, Double> entry : now.entrySet()) {
      if (!Double.isFinite(entry.getValue())) {
        return entry.getKey() + " is not finite";
      }
    }
    Double before = published.get(metric);
    Double after = now.get(metric);
    if (before == null || after == null) {
      return null;
    }
    double loss = isBetterIfLarger(metric) ? before - after : after - before;
    return loss > worseBy
        ? String.format(
            Locale.ROOT,
            "%s went from %.4g to %.4g, which is worse by more than %s",
            metric,
            before,
            after,
            worseBy)
        : null;
  }

  /** Whether more of a metric is better: of shares of what is right, not of errors. */
  private static boolean isBetterIfLarger(String metric) {
    return metric.endsWith(".auc") || metric.endsWith(".accuracy");
  }
}
