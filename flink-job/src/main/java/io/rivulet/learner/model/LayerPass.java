package io.rivulet.learner.model;

/** A layer at work, with a rectifier and dropout behind it or without. */
final class LayerPass implements Pass {
  private final LayerWeights weights;
  private final Products products;
  private final boolean rectified;
  private final Dropout dropout;
  private final int columns;
  private final Matrix left;
  private final Matrix right;
  private final float[] input;
  private final float[] output;
  private final float[] outputGradient;
  private final float[] inputGradient;

  LayerPass(
      LayerWeights weights, boolean rectified, Dropout dropout, Products products, int columns) {
    this.weights = weights;
    this.rectified = rectified;
    this.dropout = dropout;
    this.products = products;
    this.columns = columns;
    int inputs = weights.layer().inputs() + 1;
    int outputs = weights.layer().outputs() + 1;
    left = new Matrix(inputs, columns);
    right = new Matrix(outputs, columns);
    input = new float[inputs * columns];
    output = new float[outputs * columns];
    outputGradient = new float[outputs * columns];
    inputGradient = new float[inputs * columns];
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
  public void forward() {
    int[] exploded = Columns.takeOut(input);
    left.write(input);
    products.multiply(weights.values(), left, right);
    right.read(output);
    int height = input.length / columns;
    for (int index : exploded) {
      weights.layer().spoil(index % height, index / height, output);
    }
    if (rectified) {
      Rectifier.apply(output);
      dropout.apply(output, columns);
    }
  }

  @Override
  public Explosion backward() {
    if (rectified) {
      dropout.backward(outputGradient);
      Rectifier.backward(output, outputGradient);
    }
    int exploded = Columns.exploded(outputGradient);
    if (exploded >= 0) {
      int outputs = outputGradient.length / columns;
      return new Explosion(exploded / outputs, weights.layer().writer(exploded % outputs));
    }
    left.write(input);
    right.write(outputGradient);
    products.multiplyTransposedRight(right, left, weights.gradient());
    products.multiplyTransposedLeft(weights.values(), right, left);
    left.read(inputGradient);
    int height = inputGradient.length / columns;
    for (int one = height - 1; one < inputGradient.length; one += height) {
      inputGradient[one] = 0;
    }
    exploded = Columns.exploded(inputGradient);
    if (exploded >= 0) {
      return new Explosion(exploded / height, weights.layer().reader(exploded % height));
    }
    return null;
  }

  @Override
  public void close() {
    left.close();
    right.close();
  }
}
