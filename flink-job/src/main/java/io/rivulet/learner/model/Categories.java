package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Axis.Stretch;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.ParameterGroups;
import io.rivulet.learner.spec.CategoricalSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Tables of learned vectors, one per categorical feature, one vector per view and bucket. A vector
 * is 0 until it has learned something; the weights that read it are not, so it does learn.
 */
final class Categories {
  private final List<ParameterGroups> tables = new ArrayList<>();
  private final List<BitSet> touched = new ArrayList<>();
  private final List<Integer> buckets = new ArrayList<>();
  private final Axis axis;
  private int width;

  Categories(List<CategoricalSpec> features, Views views, Segments dense, Optimizer optimizer) {
    List<Stretch> inputs = new ArrayList<>();
    for (CategoricalSpec feature : features) {
      tables.add(
          new ParameterGroups(
              dense,
              "category/" + feature.from(),
              groups(views, feature.buckets()),
              Shape.of(feature.dimension()),
              Start.constant(0),
              optimizer));
      touched.add(new BitSet());
      inputs.add(new Stretch("category/" + feature.from(), feature.dimension()));
      width += feature.dimension();
      buckets.add(feature.buckets());
    }
    axis = new Axis(inputs);
  }

  /** With another number of buckets each value has another bucket. */
  private static Axis groups(Views views, int buckets) {
    return new Axis(
        views.axis().stretches().stream()
            .map(view -> new Stretch(view.name() + " of " + buckets, buckets))
            .toList());
  }

  /** The inputs that the vectors make together. */
  Axis axis() {
    return axis;
  }

  /** Number of inputs that the vectors make together. */
  int width() {
    return width;
  }

  private int group(int[] categories, int feature, int view) {
    return view * buckets.get(feature) + categories[feature];
  }

  /** Copies the vectors of {@code categories} to {@code input}. */
  void forward(float[] dense, int[] categories, int view, float[] input, int at) {
    int to = at;
    for (int i = 0; i < categories.length; i++) {
      ParameterGroups table = tables.get(i);
      System.arraycopy(dense, table.offset(group(categories, i, view)), input, to, table.width());
      to += table.width();
    }
  }

  /** Adds the gradient of the inputs to that of the vectors they came from. */
  void backward(int[] categories, int view, float[] inputGradient, int at, float[] gradient) {
    int from = at;
    for (int i = 0; i < categories.length; i++) {
      ParameterGroups table = tables.get(i);
      int group = group(categories, i, view);
      int offset = table.offset(group);
      if (!touched.get(i).get(group)) {
        touched.get(i).set(group);
        Arrays.fill(gradient, offset, offset + table.width(), 0);
      }
      for (int j = 0; j < table.width(); j++) {
        gradient[offset + j] += inputGradient[from + j];
      }
      from += table.width();
    }
  }

  /** Moves the vectors that took part since the last call. */
  void step(float[] dense, float[] gradient) {
    for (int i = 0; i < touched.size(); i++) {
      BitSet groups = touched.get(i);
      for (int b = groups.nextSetBit(0); b >= 0; b = groups.nextSetBit(b + 1)) {
        tables.get(i).step(dense, b, gradient);
      }
      groups.clear();
    }
  }
}
