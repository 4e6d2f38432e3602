package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.ParameterGroups;
import io.rivulet.learner.spec.ContentSpec;
import java.util.Arrays;

/** A learned projection of the item's content vector, one per view. No content is as zeros. */
final class Content {
  private final int length;
  private final int dimension;
  private final int views;
  private final ParameterGroups kernels;

  /** Appends the projections to {@code dense}. */
  Content(ContentSpec spec, Views views, Segments dense, Optimizer optimizer) {
    length = spec.length();
    dimension = length == 0 ? 0 : spec.dimension();
    this.views = views.count();
    Start start = Start.normal(Math.sqrt(1.0 / Math.max(1, length)));
    Shape kernel = Shape.of(Axis.of(dimension), sized(length));
    kernels = new ParameterGroups(dense, "content", views.axis(), kernel, start, optimizer);
  }

  /** Vectors of another length are of another kind: what one projects says nothing of the other. */
  private static Axis sized(int length) {
    return Axis.of("of " + length, length);
  }

  /** The inputs of a view. */
  Axis axis() {
    return Axis.of("content", dimension);
  }

  /** Number of inputs of a view. */
  int width() {
    return dimension;
  }

  /** The length that a content vector must have, unless it is empty. */
  int length() {
    return length;
  }

  /** Writes a view's projection from index {@code at} on. */
  void forward(float[] content, float[] dense, int view, float[] input, int at) {
    Arrays.fill(input, at, at + dimension, 0);
    for (int i = 0; i < dimension && content.length == length; i++) {
      int kernel = kernels.offset(view) + i * length;
      double sum = 0;
      for (int j = 0; j < length; j++) {
        sum += dense[kernel + j] * content[j];
      }
      input[at + i] = (float) sum;
    }
  }

  /** Adds the gradient of the inputs to that of a view's projection. */
  void backward(float[] content, int view, float[] inputGradient, int at, float[] gradient) {
    for (int i = 0; i < dimension && content.length == length; i++) {
      int kernel = kernels.offset(view) + i * length;
      for (int j = 0; j < length; j++) {
        gradient[kernel + j] += inputGradient[at + i] * content[j];
      }
    }
  }

  /** Clears the gradient of the projections. */
  void clear(float[] gradient) {
    int from = kernels.offset(0);
    Arrays.fill(gradient, from, from + views * kernels.width(), 0);
  }

  void step(float[] dense, float[] gradient) {
    for (int view = 0; view < views; view++) {
      if (kernels.width() > 0) {
        kernels.step(dense, view, gradient);
      }
    }
  }
}
