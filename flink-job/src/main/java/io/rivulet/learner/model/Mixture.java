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
  private final List<List<Integer>> routes;
  private final int width;
  private final int columns;
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
   */
  Mixture(Pass experts, Pass gates, List<List<Integer>> routes, int width, int columns) {
    this.experts = experts;
    this.gates = gates;
    this.routes = routes;
    this.width = width;
    this.columns = columns;
    probabilities = new float[gates.output().length];
    output = new float[columns * (routes.size() * width + 1)];
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

  @Override
  public void forward() {
    System.arraycopy(experts.input(), 0, gates.input(), 0, gates.input().length);
    experts.forward();
    gates.forward();
    Arrays.fill(output, 0);
    int expertHeight = experts.output().length / columns;
    int gateHeight = gates.output().length / columns;
    int height = output.length / columns;
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      int to = example * height;
      for (List<Integer> route : routes) {
        softmax(gates.output(), gate, route.size());
        for (int expert : route) {
          int from = example * expertHeight + expert * width;
          float p = probabilities[gate++];
          for (int i = 0; i < width; i++) {
            output[to + i] += p * experts.output()[from + i];
          }
        }
        to += width;
      }
      output[to] = experts.output()[(example + 1) * expertHeight - 1];
    }
    Columns.takeOut(experts.output());
    Columns.takeOut(probabilities);
  }

  @Override
  public Explosion backward() {
    Arrays.fill(experts.outputGradient(), 0);
    Arrays.fill(gates.outputGradient(), 0);
    int expertHeight = experts.output().length / columns;
    int gateHeight = gates.output().length / columns;
    for (int example = 0; example < columns; example++) {
      int gate = example * gateHeight;
      int from = example * (output.length / columns);
      for (List<Integer> route : routes) {
        double mean = 0;
        for (int j = 0; j < route.size(); j++) {
          int to = example * expertHeight + route.get(j) * width;
          float p = probabilities[gate + j];
          double slope = 0;
          for (int i = 0; i < width; i++) {
            slope += (double) outputGradient[from + i] * experts.output()[to + i];
            experts.outputGradient()[to + i] += p * outputGradient[from + i];
          }
          gates.outputGradient()[gate + j] = (float) slope;
          mean += p * slope;
        }
        for (int j = 0; j < route.size(); j++, gate++) {
          float slope = gates.outputGradient()[gate];
          gates.outputGradient()[gate] = (float) (probabilities[gate] * (slope - mean));
        }
        from += width;
      }
    }
    Explosion exploded = experts.backward();
    if (exploded == null) {
      exploded = gates.backward();
    }
    for (int i = 0; i < inputGradient.length; i++) {
      inputGradient[i] = experts.inputGradient()[i] + gates.inputGradient()[i];
    }
    return exploded;
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
