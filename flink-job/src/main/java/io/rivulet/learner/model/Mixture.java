package io.rivulet.learner.model;

import java.util.List;

/**
 * Experts and gates on the same input. Each gate gives one output, the mean of its experts' outputs
 * weighted with the softmax of its own numbers: z = Σₑ pₑ·xₑ.
 */
final class Mixture implements Pass {
  private final Pass experts;
  private final Pass gates;
  private final int[] routes;
  private final WeightedSums sums;
  private final Columns probabilities;
  private final Activations output;

  /**
   * Joins experts and gates.
   *
   * @param experts all experts' outputs, one behind the other; they add to the gradient of the
   *     input
   * @param gates one number per gate and expert of that gate, gate by gate
   * @param routes the experts of each gate
   * @param width length of an expert's output
   * @param room how many columns there are
   */
  Mixture(Pass experts, Pass gates, List<List<Integer>> routes, int width, int room) {
    this.experts = experts;
    this.gates = gates;
    this.routes = routes.stream().mapToInt(List::size).toArray();
    sums = new WeightedSums(routes, width);
    probabilities = new Columns(gates.output().height(), room);
    output = Activations.of(routes.size() * width, room);
  }

  @Override
  public Activations input() {
    return gates.input();
  }

  @Override
  public Activations output() {
    return output;
  }

  @Override
  public void forward(int columns) {
    experts.forward(columns);
    gates.forward(columns);
    softmax(gates.output().values().array(columns), probabilities.arrayToFill(), columns);
    Columns vectors = experts.output().values();
    sums.forward(
        vectors.matrix(columns),
        probabilities.matrix(columns),
        columns,
        output.values().matrixToFill());
    vectors.takeOut(columns);
    probabilities.takeOut(columns);
  }

  @Override
  public Explosion backward(int columns) {
    Columns numbers = gates.output().gradient();
    sums.backward(
        experts.output().values().matrix(columns),
        probabilities.matrix(columns),
        output.gradient().matrix(columns),
        columns,
        experts.output().gradient().matrixToFill(),
        numbers.matrixToFill());
    ofNumbers(probabilities.array(columns), numbers.arrayToChange(columns), columns);
    Explosion exploded = gates.backward(columns);
    return exploded == null ? experts.backward(columns) : exploded;
  }

  /** Turns the gradients of the gates' probabilities into those of their numbers. */
  private void ofNumbers(float[] probabilities, float[] gradient, int columns) {
    for (int example = 0; example < columns; example++) {
      int gate = example * gates.output().height();
      for (int length : routes) {
        ofNumbers(probabilities, gradient, gate, length);
        gate += length;
      }
    }
  }

  private static void ofNumbers(float[] probabilities, float[] gradient, int at, int length) {
    double mean = 0;
    for (int i = at; i < at + length; i++) {
      mean += probabilities[i] * gradient[i];
    }
    for (int i = at; i < at + length; i++) {
      gradient[i] = (float) (probabilities[i] * (gradient[i] - mean));
    }
  }

  /** Turns the gates' numbers into probabilities. */
  private void softmax(float[] numbers, float[] probabilities, int columns) {
    for (int example = 0; example < columns; example++) {
      int gate = example * gates.output().height();
      for (int length : routes) {
        softmax(numbers, probabilities, gate, length);
        gate += length;
      }
    }
  }

  /** The largest is taken out of the powers. */
  private static void softmax(float[] numbers, float[] probabilities, int at, int length) {
    float largest = numbers[at];
    for (int i = at + 1; i < at + length; i++) {
      largest = numbers[i] > largest ? numbers[i] : largest;
    }
    double sum = 0;
    for (int i = at; i < at + length; i++) {
      probabilities[i] = (float) Math.exp(numbers[i] - largest);
      sum += probabilities[i];
    }
    float factor = (float) (1 / sum);
    for (int i = at; i < at + length; i++) {
      probabilities[i] *= factor;
    }
  }

  @Override
  public void close() {
    experts.close();
    gates.close();
    probabilities.close();
    output.close();
  }
}
