package io.rivulet.learner.weighting;

/**
 * Weighs the tasks' losses against each other. What it has learned lies in the dense parameters,
 * where it declared its segments when it was made, so that it is shared, merged and saved with
 * them; it has no other memory.
 */
public interface TaskWeighting {
  /**
   * The weights of a batch.
   *
   * @param dense the dense parameters; unchanged
   * @param signals what the batch tells before its backward pass; unchanged
   * @param weights one per task, written here, each finite and at least 0
   */
  void weights(float[] dense, TaskSignals signals, double[] weights);

  /**
   * Changes the weighted gradients where they meet, before they are added up. Most weightings leave
   * them alone.
   *
   * @param gradients of the tasks at the shared representation; changed in place
   */
  default void reconcile(TaskGradients gradients) {}

  /** Whether {@link #update} reads the signals' shared norms. If not, they need not be measured. */
  default boolean readsSharedNorms() {
    return false;
  }

  /**
   * Learns from a batch. A task without a label in it keeps its weight.
   *
   * @param dense the dense parameters, of which its own segments change
   * @param signals what the batch tells; unchanged
   */
  void update(float[] dense, TaskSignals signals);
}
