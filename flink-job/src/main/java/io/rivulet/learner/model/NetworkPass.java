package io.rivulet.learner.model;

import io.rivulet.learner.weighting.TaskGradients;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One batch on its way through the network and back. */
public final class NetworkPass {
  private final Pass bottom;
  private final Pass towers;

  /** What the tasks share: where their gradients meet. */
  private final Activations shared;

  private final Dropout dropout;
  private final Towers tasks;
  private final int columns;

  NetworkPass(Pass bottom, Pass towers, Dropout dropout, Towers tasks, int columns) {
    this.bottom = bottom;
    this.towers = towers;
    this.shared = towers.input();
    this.dropout = dropout;
    this.tasks = tasks;
    this.columns = columns;
  }

  /**
   * The input, column by column, to be filled by the caller; each column ends with a 1. Here as
   * below there may be room for more columns, which mean nothing.
   */
  public float[] input() {
    return bottom.input().values().arrayToFill();
  }

  /**
   * The raw outputs after {@link #forward}, column by column; the last of each column is unused.
   */
  public float[] output() {
    return towers.output().values().array(columns);
  }

  /** The gradient of the raw outputs, to be filled by the caller like {@link #output}. */
  public float[] outputGradient() {
    return towers.output().gradient().arrayToFill();
  }

  /**
   * The gradient of the input after {@link #backward}, column by column: of the first {@link
   * Inputs#learned} numbers, and one more, which is unused.
   */
  public float[] inputGradient() {
    return bottom.input().gradient().array(columns);
  }

  /** Computes the raw outputs from the input. */
  public void forward() {
    dropout.off();
    compute();
  }

  /** The same with a share of the hidden units left out, chosen by the seed. */
  public void forward(long seed) {
    dropout.on(seed);
    compute();
  }

  private void compute() {
    bottom.input().values().arrayChanged();
    bottom.forward(columns);
    towers.forward(columns);
  }

  /**
   * Computes the gradients of all weights and of the input, at the last forward pass.
   *
   * @param meeting may change the tasks' gradients where they meet, before they are added up
   * @return the first example and task whose gradient exploded, upon which the rest is not
   *     computed; null if all is well
   */
  public Explosion backward(Consumer<TaskGradients> meeting) {
    towers.output().gradient().arrayChanged();
    Explosion exploded = towers.backward(columns);
    if (exploded != null) {
      return exploded;
    }
    TaskGradients gradients = gradients(() -> shared.gradient().array(columns));
    meeting.accept(gradients);
    tasks.stopped().forEach(gradients::stop);
    if (gradients.changed()) {
      shared.gradient().arrayChanged();
    }
    exploded = bottom.backward(columns);
    return exploded == null ? null : new Explosion(exploded.example(), culprit(exploded.example()));
  }

  private TaskGradients gradients(Supplier<float[]> numbers) {
    return new TaskGradients(numbers, tasks.tasks(), tasks.representation(), columns);
  }

  /**
   * The task whose gradient explodes below the meeting alone too; else the one with the largest.
   */
  private int culprit(int example) {
    float[] before = shared.gradient().array(columns).clone();
    TaskGradients all = gradients(() -> before);
    for (int task = 0; task < tasks.tasks(); task++) {
      all.copy(task, example, shared.gradient().arrayToFill());
      if (bottom.backward(columns) != null) {
        return task;
      }
    }
    return all.largest(example);
  }
}
