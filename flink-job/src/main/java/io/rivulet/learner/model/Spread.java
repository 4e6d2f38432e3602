package io.rivulet.learner.model;

import java.util.Arrays;

/** Gives every task the same representation, and adds up what comes back. */
final class Spread implements Pass {
  private final int width;
  private final int tasks;
  private final float[] input;
  private final float[] output;
  private final float[] outputGradient;
  private final float[] inputGradient;

  Spread(int width, int tasks, int room) {
    this.width = width;
    this.tasks = tasks;
    input = new float[room * (width + 1)];
    output = new float[room * (tasks * width + 1)];
    outputGradient = new float[output.length];
    inputGradient = new float[input.length];
  }

  @Override
  public float[] input() {
    return input;
  }

  @Override
  public float[] output() {
    return output;
  }

  @Override
  public float[] outputGradient() {
    return outputGradient;
  }

  @Override
  public float[] inputGradient() {
    return inputGradient;
  }

  @Override
  public void forward(int columns) {
    int height = tasks * width + 1;
    for (int example = 0; example < columns; example++) {
      int from = example * (width + 1);
      for (int task = 0; task < tasks; task++) {
        System.arraycopy(input, from, output, example * height + task * width, width);
      }
      output[(example + 1) * height - 1] = input[from + width];
    }
  }

  @Override
  public Explosion backward(int columns) {
    Arrays.fill(inputGradient, 0, columns * (width + 1), 0);
    for (int example = 0; example < columns; example++) {
      int to = example * (width + 1);
      for (int task = 0; task < tasks; task++) {
        int from = example * (tasks * width + 1) + task * width;
        for (int i = 0; i < width; i++) {
          inputGradient[to + i] += outputGradient[from + i];
        }
      }
    }
    return null;
  }

  @Override
  public void close() {
    // Holds no native memory.
  }
}
