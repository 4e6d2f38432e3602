package io.rivulet.learner.weighting;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The gradients of the weighted task losses at the representation that the tasks share, live: what
 * is written here is what the shared layers learn from. They are asked for when they are first
 * needed, since they may have to be copied into an array, and most weightings leave them alone.
 */
public final class TaskGradients {
  private final Supplier<float[]> source;
  private final int tasks;
  private final int width;
  private final int columns;
  private final int height;
  private boolean changed;

  /**
   * A view of gradients.
   *
   * @param source gives the same array each time, of which no copy is made: one column of {@code
   *     tasks * width + 1} numbers per example, task by task; the last number of a column is not
   *     used
   * @param columns how many examples there are; what comes behind them means nothing
   */
  public TaskGradients(Supplier<float[]> source, int tasks, int width, int columns) {
    this.source = source;
    this.tasks = tasks;
    this.width = width;
    this.height = tasks * width + 1;
    this.columns = columns;
  }

  /** Number of tasks. */
  public int tasks() {
    return tasks;
  }

  /** Whether any gradient has been changed. */
  public boolean changed() {
    return changed;
  }

  /** The inner product of two tasks' gradients over all examples. */
  public double dot(int task, int other) {
    float[] gradients = source.get();
    double sum = 0;
    for (int example = 0; example < columns; example++) {
      int a = example * height + task * width;
      int b = example * height + other * width;
      sum += InnerProduct.of(gradients, a, gradients, b, width);
    }
    return sum;
  }

  /** Copies one task's gradient for one example, and 0 for the rest of all examples. */
  public void copy(int task, int example, float[] target) {
    Arrays.fill(target, 0, columns * height, 0);
    int from = example * height + task * width;
    System.arraycopy(source.get(), from, target, from, width);
  }

  /** The task with the largest number in its gradient for an example. */
  public int largest(int example) {
    float[] gradients = source.get();
    int largest = 0;
    float most = -1;
    for (int task = 0; task < tasks; task++) {
      int from = example * height + task * width;
      for (int i = from; i < from + width; i++) {
        if (Math.abs(gradients[i]) > most) {
          most = Math.abs(gradients[i]);
          largest = task;
        }
      }
    }
    return largest;
  }

  /**
   * Writes the norms of the unweighted gradients to {@code signals}.
   *
   * @param weights what the gradients have been multiplied by; a norm is NaN where this is 0
   */
  public void measure(TaskSignals signals, double[] weights) {
    float[] squares = squares();
    for (int task = 0; task < tasks; task++) {
      double sum = 0;
      for (int i = task * width; i < (task + 1) * width; i++) {
        sum += squares[i];
      }
      signals.sharedNorms()[task] =
          signals.present(task) && weights[task] > 0
              ? Math.sqrt(sum / signals.examples()[task]) / weights[task]
              : Double.NaN;
    }
  }

  /** The squares of a column's numbers, each summed over all examples. */
  private float[] squares() {
    float[] gradients = source.get();
    float[] column = new float[height - 1];
    float[] squares = new float[height - 1];
    for (int example = 0; example < columns; example++) {
      // In an array of its own: else the compiler does not do many at a time.
      System.arraycopy(gradients, example * height, column, 0, column.length);
      for (int i = 0; i < squares.length; i++) {
        squares[i] += column[i] * column[i];
      }
    }
    return squares;
  }

  /** Replaces each task's gradient by a sum of all tasks' gradients, as they are now. */
  void combine(double[][] factors) {
    float[] gradients = source.get();
    changed = true;
    double[] sums = new double[tasks];
    for (int example = 0; example < columns; example++) {
      for (int i = 0; i < width; i++) {
        int at = example * height + i;
        for (int task = 0; task < tasks; task++) {
          sums[task] = 0;
          for (int other = 0; other < tasks; other++) {
            sums[task] += factors[task][other] * gradients[at + other * width];
          }
        }
        for (int task = 0; task < tasks; task++) {
          gradients[at + task * width] = (float) sums[task];
        }
      }
    }
  }

  /** Sets the gradient of {@code task} to 0: what is below does not learn from it. */
  public void stop(int task) {
    float[] gradients = source.get();
    changed = true;
    for (int example = 0; example < columns; example++) {
      int from = example * height + task * width;
      Arrays.fill(gradients, from, from + width, 0);
    }
  }

  /** Multiplies the gradient of {@code task}. */
  void scale(int task, double factor) {
    float[] gradients = source.get();
    changed = true;
    for (int example = 0; example < columns; example++) {
      int at = example * height + task * width;
      for (int i = at; i < at + width; i++) {
        gradients[i] *= (float) factor;
      }
    }
  }
}
