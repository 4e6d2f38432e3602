package io.rivulet.operator;

import io.rivulet.snapshot.Encoding;
import java.io.Serializable;

/**
 * How versions of the model are published.
 *
 * @param publish whether they are
 * @param target a name of the place that they are published to: another one begins anew
 * @param encoding that of users' and items' rows
 * @param optimizerSlots whether optimiser slots are published
 * @param partBytes most bytes of numbers in one record
 * @param gateMetric the metric, as {@code task.metric}, that a version may not be worse in; empty
 *     for none
 * @param worseBy by how much it may be worse than in the version published last
 */
public record SnapshotSettings(
    boolean publish,
    String target,
    Encoding encoding,
    boolean optimizerSlots,
    int partBytes,
    String gateMetric,
    double worseBy)
    implements Serializable {
  /** Nothing is published. */
  public static final SnapshotSettings NONE =
      new SnapshotSettings(false, "", Encoding.FP32, true, 1, "", 0);
}
