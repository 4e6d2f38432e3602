package io.rivulet.learner.model;

/** A layer at work, with a rectifier and dropout behind it or without. */
final class LayerPass implements Pass {
  private final Layer layer;
  private final LayerWeights weights;
  private final boolean rectified;
  private final Dropout dropout;
  private final Products products;
  private final Activations input;
  private final boolean adds;
  private final Activations output;

  /**
   * A layer at work.
   *
   * @param adds whether to add to the gradient that the input has
   */
  LayerPass(
      LayerWeights weights,
      boolean rectified,
      Dropout dropout,
      Products products,
      Activations input,
      boolean adds,
      int room) {
    this.layer = weights.layer();
    this.weights = weights;
    this.rectified = rectified;
    this.dropout = dropout;
    this.products = products;
    this.input = input;
    this.adds = adds;
    output = Activations.of(layer.outputs(), room);
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
    int[] exploded = input.values().takeOut(columns);
    Matrix inputs = input.values().matrix(columns);
    products.outputs(weights, inputs, columns, output.values().matrixToFill());
    for (int index : exploded) {
      float[] values = output.values().arrayToChange(columns);
      layer.spoil(index % input.height(), index / input.height(), values);
    }
    if (rectified) {
      float[] values = output.values().arrayToChange(columns);
      Rectifier.apply(values, output.height() * columns);
      dropout.apply(values, output.height(), columns);
    }
  }

  @Override
  public Explosion backward(int columns) {
    Columns gradient = output.gradient();
    if (rectified) {
      float[] numbers = gradient.arrayToChange(columns);
      dropout.backward(numbers, output.height() * columns);
      Rectifier.backward(output.values().array(columns), numbers, output.height() * columns);
    }
    int exploded = gradient.exploded(columns);
    if (exploded >= 0) {
      return new Explosion(exploded / output.height(), layer.writer(exploded % output.height()));
    }
    products.ofWeights(gradient.matrix(columns), input.values().matrix(columns), columns, weights);
    Columns before = input.gradient();
    products.ofInputs(
        weights,
        gradient.matrix(columns),
        columns,
        adds,
        adds ? before.matrixToChange(columns) : before.matrixToFill());
    exploded = before.exploded(columns);
    if (exploded >= 0) {
      return new Explosion(exploded / before.height(), layer.reader(exploded % before.height()));
    }
    return null;
  }

  @Override
  public void close() {
    output.close();
  }
}
