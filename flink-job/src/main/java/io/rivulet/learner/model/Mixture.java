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
  private final int[] routes;
  private final WeightedSums sums;
  private final int inputHeight;
  private final int expertHeight;
  private final int gateHeight;
  private final int height;
  private final float[] probabilities;
  private final float[] output;
  private final float[] outputGradient;
  private final float[] inputGradient;
  private final Matrix vectors;
  private final Matrix vectorsGradient;
  private final Matrix weights;
  private final Matrix weightsGradient;

  /** The output, and on the way back its gradient. */
  private final Matrix mixed;

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
    this.routes = routes.stream().mapToInt(List::size).toArray();
    sums = new WeightedSums(routes, width);
    inputHeight = experts.input().length / room;
    expertHeight = experts.output().length / room;
    gateHeight = gates.output().length / room;
    height = routes.size() * width + 1;
    probabilities = new float[gates.output().length];
    output = new float[room * height];
    outputGradient = new float[output.length];
    inputGradient = new float[experts.input().length];
    vectors = new Matrix(expertHeight, room);
    vectorsGradient = new Matrix(expertHeight, room);
    weights = new Matrix(gateHeight, room);
    weightsGradient = new Matrix(gateHeight, room);
    mixed = new Matrix(height, room);
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

  @Override
  public void forward(int columns) {
    System.arraycopy(experts.input(), 0, gates.input(), 0, inputHeight * columns);
    experts.forward(columns);
    gates.forward(columns);
    softmax(gates.output(), columns);
    float[] outputs = experts.output();
    vectors.write(0, outputs, 0, expertHeight * columns);
    weights.write(0, probabilities, 0, gateHeight * columns);
    sums.forward(vectors, weights, columns, mixed);
    mixed.read(0, output, 0, height * columns);
    for (int example = 1; example <= columns; example++) {
      output[example * height - 1] = outputs[example * expertHeight - 1];
    }
    Columns.takeOut(outputs, vectors, expertHeight * columns);
    Columns.takeOut(probabilities, weights, gateHeight * columns);
  }

  @Override
  public Explosion backward(int columns) {
    float[] outputsGradient = experts.outputGradient();
    float[] numbersGradient = gates.outputGradient();
    Arrays.fill(outputsGradient, 0, expertHeight * columns, 0);
    vectorsGradient.write(0, outputsGradient, 0, expertHeight * columns);
    mixed.write(0, outputGradient, 0, height * columns);
    sums.backward(vectors, weights, mixed, columns, vectorsGradient, weightsGradient);
    vectorsGradient.read(0, outputsGradient, 0, expertHeight * columns);
    weightsGradient.read(0, numbersGradient, 0, gateHeight * columns);
    ofNumbers(numbersGradient, columns);
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

  /** Turns the gradients of the gates' probabilities into those of their numbers. */
  private void ofNumbers(float[] gradient, int columns) {
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      for (int length : routes) {
        ofNumbers(gradient, gate, length);
        gate += length;
      }
    }
  }

  private void ofNumbers(float[] gradient, int at, int length) {
    double mean = 0;
    for (int i = at; i < at + length; i++) {
      mean += probabilities[i] * gradient[i];
    }
    for (int i = at; i < at + length; i++) {
      gradient[i] = (float) (probabilities[i] * (gradient[i] - mean));
    }
  }

  /** Turns the gates' numbers into probabilities. */
  private void softmax(float[] numbers, int columns) {
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      for (int length : routes) {
        softmax(numbers, gate, length);
        gate += length;
      }
    }
  }

  /** The largest is taken out of the powers. */
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
    List.of(vectors, vectorsGradient, weights, weightsGradient, mixed).forEach(Matrix::close);
  }
}
