package io.rivulet.learner.model;

import java.util.Arrays;
import java.util.List;

/**
 * Experts and gates on the same input. Each gate gives one output, the mean of its experts' outputs
 * weighted with the softmax of its own numbers: z = Σₑ pₑ·xₑ.
 */
final class Mixture implements Pass {
  private final Pass experts;
  private final Pass gates;
  private final WeightedSum[] routes;
  private final int width;
  private final int inputHeight;
  private final int expertHeight;
  private final int gateHeight;
  private final int height;
  private final float[] probabilities;
  private final float[] output;
  private final float[] outputGradient;
  private final float[] inputGradient;

  /**
   * Joins experts and gates.
   *
   * @param experts all experts' outputs, one behind the other
   * @param gates one number per gate and expert of that gate, gate by gate
   * @param routes the experts of each gate
   * @param width length of an expert's output
   * @param room how many columns the arrays have
   */
  Mixture(Pass experts, Pass gates, List<List<Integer>> routes, int width, int room) {
    this.experts = experts;
    this.gates = gates;
    this.routes =
        routes.stream()
            .map(route -> route.stream().mapToInt(expert -> expert * width).toArray())
            .map(places -> new WeightedSum(places, width))
            .toArray(WeightedSum[]::new);
    this.width = width;
    inputHeight = experts.input().length / room;
    expertHeight = experts.output().length / room;
    gateHeight = gates.output().length / room;
    height = this.routes.length * width + 1;
    probabilities = new float[gates.output().length];
    output = new float[room * height];
    outputGradient = new float[output.length];
    inputGradient = new float[experts.input().length];
  }

  @Override
  public float[] input() {
    return experts.input();
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

  // The arrays are asked for once: within the loops that would be a call for each number.
  @Override
  public void forward(int columns) {
    System.arraycopy(experts.input(), 0, gates.input(), 0, inputHeight * columns);
    experts.forward(columns);
    gates.forward(columns);
    float[] outputs = experts.output();
    float[] numbers = gates.output();
    Arrays.fill(output, 0, height * columns, 0);
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      int to = example * height;
      for (WeightedSum route : routes) {
        softmax(numbers, gate, route.vectors());
        route.addTo(output, to, probabilities, gate, outputs, example * expertHeight);
        gate += route.vectors();
        to += width;
      }
      output[to] = outputs[(example + 1) * expertHeight - 1];
    }
    Columns.takeOut(outputs, expertHeight * columns);
    Columns.takeOut(probabilities, gateHeight * columns);
  }

  @Override
  public Explosion backward(int columns) {
    float[] outputs = experts.output();
    float[] outputsGradient = experts.outputGradient();
    float[] numbersGradient = gates.outputGradient();
    Arrays.fill(outputsGradient, 0, expertHeight * columns, 0);
    Arrays.fill(numbersGradient, 0, gateHeight * columns, 0);
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      int from = example * height;
      for (WeightedSum route : routes) {
        route.backward(
            outputGradient,
            from,
            probabilities,
            gate,
            numbersGradient,
            outputs,
            outputsGradient,
            example * expertHeight);
        ofNumbers(numbersGradient, gate, route.vectors());
        gate += route.vectors();
        from += width;
      }
    }
    Explosion exploded = experts.backward(columns);
    if (exploded == null) {
      exploded = gates.backward(columns);
    }
    float[] ofExperts = experts.inputGradient();
    float[] ofGates = gates.inputGradient();
    for (int i = 0; i < inputHeight * columns; i++) {
      inputGradient[i] = ofExperts[i] + ofGates[i];
    }
    return exploded;
  }

  /** Turns the gradients of one gate's probabilities into those of its numbers. */
  private void ofNumbers(float[] gradient, int at, int length) {
    double mean = 0;
    for (int i = at; i < at + length; i++) {
      mean += probabilities[i] * gradient[i];
    }
    for (int i = at; i < at + length; i++) {
      gradient[i] = (float) (probabilities[i] * (gradient[i] - mean));
    }
  }

  /** Turns the numbers of one gate into probabilities; the largest is taken out of the powers. */
  private void softmax(float[] numbers, int at, int length) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + length; i++) {
      largest = Math.max(largest, numbers[i]);
    }
    double sum = 0;
    for (int i = at; i < at + length; i++) {
      probabilities[i] = (float) Math.exp(numbers[i] - largest);
      sum += probabilities[i];
    }
    for (int i = at; i < at + length; i++) {
      probabilities[i] /= (float) sum;
    }
  }

  @Override
  public void close() {
    experts.close();
    gates.close();
  }
}
