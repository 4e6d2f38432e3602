package io.rivulet.learner.model;

import java.util.Arrays;

/** Gives every task the same representation, and adds up what comes back. */
final class Spread implements Pass {
  private final int width;
  private final int tasks;
  private final Activations input;
  private final Activations output;

  Spread(Activations input, int tasks, int room) {
    this.width = input.height() - 1;
    this.tasks = tasks;
    this.input = input;
    output = Activations.of(tasks * width, room);
  }

  @Override
  public Activations input() {
    return input;
  }

  @Override
  public Activations output() {
    return output;
  }

  @Override
  public void forward(int columns) {
    float[] from = input.values().array(columns);
    float[] to = output.values().arrayToFill();
    for (int example = 0; example < columns; example++) {
      for (int task = 0; task < tasks; task++) {
        int at = example * output.height() + task * width;
        System.arraycopy(from, example * input.height(), to, at, width);
      }
    }
    int[] unused = input.values().takeOut(columns);
  }

  @Override
  public Explosion backward(int columns) {
    float[] from = output.gradient().array(columns);
    float[] to = input.gradient().arrayToFill();
    Arrays.fill(to, 0, columns * input.height(), 0);
    for (int example = 0; example < columns; example++) {
      for (int task = 0; task < tasks; task++) {
        int at = example * output.height() + task * width;
        for (int i = 0; i < width; i++) {
          to[example * input.height() + i] += from[at + i];
        }
      }
    }
    return null;
  }

  @Override
  public void close() {
    output.close();
  }
}
