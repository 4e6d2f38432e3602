package io.rivulet.learner.model;

import io.rivulet.learner.weighting.TaskGradients;
import java.util.List;
import java.util.function.Consumer;

/** One batch on its way through the network and back. */
public final class NetworkPass {
  private final Pass bottom;
  private final Pass towers;
  private final Dropout dropout;
  private final TaskGradients taskGradients;
  private final List<Integer> stopped;
  private final int room;
  private final int columns;

  NetworkPass(
      Pass bottom,
      Pass towers,
      Dropout dropout,
      TaskGradients taskGradients,
      List<Integer> stopped,
      int room,
      int columns) {
    this.bottom = bottom;
    this.towers = towers;
    this.dropout = dropout;
    this.taskGradients = taskGradients;
    this.stopped = stopped;
    this.room = room;
    this.columns = columns;
  }

  /**
   * The input, column by column, to be filled by the caller; each column ends with a 1. Here as
   * below there may be room for more columns, which mean nothing.
   */
  public float[] input() {
    return bottom.input();
  }

  /**
   * The raw outputs after {@link #forward}, column by column; the last of each column is unused.
   */
  public float[] output() {
    return towers.output();
  }

  /** The gradient of the raw outputs, to be filled by the caller like {@link #output}. */
  public float[] outputGradient() {
    return towers.outputGradient();
  }

  /** The gradient of the input after {@link #backward}. */
  public float[] inputGradient() {
    return bottom.inputGradient();
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
    bottom.forward(columns);
    copy(bottom.output(), towers.input());
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
    Explosion exploded = towers.backward(columns);
    if (exploded != null) {
      return exploded;
    }
    meeting.accept(taskGradients);
    stopped.forEach(taskGradients::stop);
    copy(towers.inputGradient(), bottom.outputGradient());
    exploded = bottom.backward(columns);
    return exploded == null ? null : new Explosion(exploded.example(), culprit(exploded.example()));
  }

  /**
   * The task whose gradient explodes below the meeting alone too; else the one with the largest.
   */
  private int culprit(int example) {
    for (int task = 0; task < taskGradients.tasks(); task++) {
      taskGradients.copy(task, example, bottom.outputGradient());
      if (bottom.backward(columns) != null) {
        return task;
      }
    }
    return taskGradients.largest(example);
  }

  private void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length / room * columns);
  }
}
