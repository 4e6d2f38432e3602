package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Axis.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of the network's input: user, item, their product by element, categories, statistics,
 * numbers and content, for each view in turn, and a 1.
 */
public final class Inputs {
  private final Views views;
  private final Row row;
  private final Categories categories;
  private final Statistics statistics;
  private final Numbers numbers;
  private final Content content;
  private final Axis view;
  private final int viewWidth;

  Inputs(
      Views views,
      Row row,
      Categories categories,
      Statistics statistics,
      Numbers numbers,
      Content content) {
    this.views = views;
    this.row = row;
    this.categories = categories;
    this.statistics = statistics;
    this.numbers = numbers;
    this.content = content;
    List<Stretch> parts = new ArrayList<>();
    List.of("user", "item", "product").forEach(name -> parts.add(new Stretch(name, row.width())));
    Stream.of(categories.axis(), statistics.axis(), numbers.axis(), content.axis())
        .forEach(axis -> parts.addAll(axis.stretches()));
    view = new Axis(parts);
    viewWidth = view.length();
  }

  /** Height of a column without the constant one. */
  public int width() {
    return views.count() * viewWidth;
  }

  /**
   * How many of the first inputs hold all that something is learned through. Those behind, which
   * are counted, need no gradient.
   */
  public int learned() {
    int counted = content.width() > 0 ? 0 : statistics.width() + numbers.width();
    return width() - counted;
  }

  /** What a view reads. */
  Axis view() {
    return view;
  }

  /** Null if {@code facts} can be computed with, else what is wrong with them. */
  public String problem(Facts facts) {
    int found = facts.content().length;
    if (found != 0 && found != content.length()) {
      return String.format(
          "the content vector has length %d, not %d as configured", found, content.length());
    }
    for (float number : facts.numbers()) {
      if (Float.isInfinite(number)) {
        return "a numeric feature is too large";
      }
    }
    for (float number : facts.content()) {
      if (!Float.isFinite(number)) {
        return "the content vector holds a number that is not finite";
      }
    }
    return null;
  }

  /** Takes an example's numbers into their running means. */
  public void learn(Facts facts, float[] dense, double weight) {
    numbers.learn(facts.numbers(), dense, weight);
  }

  /** Clears the part of the dense gradient that {@link #backward} adds to. */
  void clear(float[] gradient) {
    content.clear(gradient);
  }

  void step(float[] dense, float[] gradient) {
    categories.step(dense, gradient);
    content.step(dense, gradient);
  }

  /** Fills the column of an example. */
  public void forward(
      float[] user, float[] item, Facts facts, float[] dense, float[] input, int example) {
    int k = row.width();
    int at = example * (width() + 1);
    for (int view = 0; view < views.count(); view++) {
      int vector = row.vector(view);
      for (int i = 0; i < k; i++) {
        float u = user[vector + i];
        float v = item[vector + i];
        input[at + i] = u;
        input[at + k + i] = v;
        input[at + 2 * k + i] = u * v;
      }
      at += 3 * k;
      categories.forward(dense, facts.categories(), view, input, at);
      at += categories.width();
      statistics.forward(user, item, view, input, at);
      at += statistics.width();
      numbers.forward(facts.numbers(), dense, input, at);
      at += numbers.width();
      content.forward(facts.content(), dense, view, input, at);
      at += content.width();
    }
    input[at] = 1;
  }

  /** Adds an example's gradient of the input to those of the rows and of the dense parameters. */
  public void backward(
      float[] user,
      float[] item,
      Facts facts,
      float[] inputGradient,
      int example,
      Gradients gradients) {
    int k = row.width();
    int at = example * (learned() + 1);
    for (int view = 0; view < views.count(); view++) {
      int vector = row.vector(view);
      for (int i = 0; i < k; i++) {
        float product = inputGradient[at + 2 * k + i];
        gradients.user()[vector + i] += inputGradient[at + i] + product * item[vector + i];
        gradients.item()[vector + i] += inputGradient[at + k + i] + product * user[vector + i];
      }
      categories.backward(facts.categories(), view, inputGradient, at + 3 * k, gradients.dense());
      int last = at + viewWidth - content.width();
      content.backward(facts.content(), view, inputGradient, last, gradients.dense());
      at += viewWidth;
    }
  }
}
