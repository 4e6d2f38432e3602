package io.rivulet.learner.model;

/** A layer at work, with a rectifier and dropout behind it or without. */
final class LayerPass implements Pass {
  private final LayerWeights weights;
  private final Products products;
  private final boolean rectified;
  private final Dropout dropout;
  private final int inputs;
  private final int outputs;
  private final Matrix left;
  private final Matrix leftGradient;
  private final Matrix right;
  private final float[] input;
  private final float[] output;
  private final float[] outputGradient;
  private final float[] inputGradient;

  LayerPass(LayerWeights weights, boolean rectified, Dropout dropout, Products products, int room) {
    this.weights = weights;
    this.rectified = rectified;
    this.dropout = dropout;
    this.products = products;
    inputs = weights.layer().inputs() + 1;
    outputs = weights.layer().outputs() + 1;
    left = new Matrix(inputs, room);
    leftGradient = new Matrix(inputs, room);
    right = new Matrix(outputs, room);
    input = new float[inputs * room];
    output = new float[outputs * room];
    outputGradient = new float[outputs * room];
    inputGradient = new float[inputs * room];
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
    left.write(0, input, 0, inputs * columns);
    int[] exploded = Columns.takeOut(input, left, inputs * columns);
    products.outputs(weights.layer(), weights.values(), left, columns, right);
    right.read(0, output, 0, outputs * columns);
    for (int index : exploded) {
      weights.layer().spoil(index % inputs, index / inputs, output);
    }
    if (rectified) {
      Rectifier.apply(output, outputs * columns);
      dropout.apply(output, outputs, columns);
    }
  }

  @Override
  public Explosion backward(int columns) {
    if (rectified) {
      dropout.backward(outputGradient, outputs * columns);
      Rectifier.backward(output, outputGradient, outputs * columns);
    }
    right.write(0, outputGradient, 0, outputs * columns);
    int exploded = Columns.exploded(outputGradient, right, outputs * columns);
    if (exploded >= 0) {
      return new Explosion(exploded / outputs, weights.layer().writer(exploded % outputs));
    }
    products.ofWeights(weights.layer(), right, left, columns, weights.gradient());
    products.ofInputs(weights.layer(), weights.values(), right, columns, leftGradient);
    leftGradient.read(0, inputGradient, 0, inputs * columns);
    for (int one = inputs - 1; one < inputs * columns; one += inputs) {
      inputGradient[one] = 0;
    }
    exploded = Columns.exploded(inputGradient, leftGradient, inputs * columns);
    if (exploded >= 0) {
      return new Explosion(exploded / inputs, weights.layer().reader(exploded % inputs));
    }
    return null;
  }

  @Override
  public void close() {
    left.close();
    leftGradient.close();
    right.close();
  }
}
