package io.rivulet.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * How one arm did in a stretch of the stream: one learner's round, or the sum of several.
 *
 * @param round stamp of the newest round in it
 * @param scored events scored
 * @param trained of these, events learned from
 * @param rejected of these, events of which something could not be learned from; those with another
 *     task's label are trained as well
 * @param batches micro-batches
 * @param loopLagMillis largest age of a dense value when it came back; -1 if none came
 * @param tasks per task the additive state of its metric
 */
public record MetricsDelta(
    String arm,
    long round,
    long scored,
    long trained,
    long rejected,
    long batches,
    long loopLagMillis,
    List<double[]> tasks) {

  /** The two stretches together. */
  public MetricsDelta plus(MetricsDelta other) {
    List<double[]> sums = new ArrayList<>(tasks.size());
    for (int task = 0; task < tasks.size(); task++) {
      double[] sum = tasks.get(task).clone();
      double[] more = other.tasks.get(task);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
      sums.add(sum);
    }
    return new MetricsDelta(
        arm,
        Math.max(round, other.round),
        scored + other.scored,
        trained + other.trained,
        rejected + other.rejected,
        batches + other.batches,
        Math.max(loopLagMillis, other.loopLagMillis),
        sums);
  }
}
