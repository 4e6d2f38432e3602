package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.Optimizers;
import io.rivulet.learner.optim.ParameterGroups;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;

/**
 * What is added to the network's outputs: the prior, the user's and the item's bias of each output,
 * and for tasks of one output the product of the user's and the item's vector times a learned scale
 * (a biased matrix factorisation beside the network; Koren, Bell, Volinsky, 2009; Cheng et al.,
 * "Wide &amp; deep learning for recommender systems", 2016).
 *
 * <p>The scale starts from 0 and grows slowly. Until then the product's own gradient would be lost,
 * so the vectors get it as if the scale were larger by the alignment a: u ← u − η·a·v·Σₜ dL/dzₜ.
 * That is a step of functional gradient descent (Mason et al., NIPS 1999): the product of the
 * vectors follows what the model still gets wrong, and the network, which has the product by
 * element among its inputs, learns how much to make of it.
 */
public final class WidePart {
  private final Views views;
  private final Row row;
  private final Priors priors;
  private final List<TaskSpec> tasks;
  private final float alignment;
  private final ParameterGroups scales;

  WidePart(Views views, Row row, Priors priors, LearnerSpec spec, Segments dense) {
    this.views = views;
    this.row = row;
    this.priors = priors;
    tasks = spec.towers();
    alignment = (float) spec.wide().alignment();
    Optimizer slow = Optimizers.of(spec.dense().scaled(spec.wide().productRate()));
    scales =
        new ParameterGroups(
            dense,
            "product-scale",
            Axis.of(spec.towerIdentities()),
            Shape.of(1),
            Start.constant(0),
            slow);
  }

  /** The raw outputs of an example of which nothing is known, in a fresh array. */
  public float[] prior(float[] dense) {
    return priors.forward(dense);
  }

  /**
   * Adds to the raw outputs from index {@code at} on.
   *
   * @param prior as {@link #prior} gives it, one batch's
   */
  public void forward(
      float[] user, float[] item, float[] dense, float[] prior, float[] output, int at) {
    for (int i = 0; i < prior.length; i++) {
      output[at + i] += prior[i];
    }
    int to = at;
    int view = -1;
    float product = 0;
    for (int task = 0; task < tasks.size(); task++) {
      int bias = row.bias(task);
      int outputs = tasks.get(task).outputs();
      for (int i = 0; i < outputs; i++) {
        output[to + i] += user[bias + i] + item[bias + i];
      }
      if (outputs == 1) {
        if (views.of(task) != view) {
          view = views.of(task);
          product = product(user, item, view);
        }
        output[to] += dense[scales.offset(task)] * product;
      }
      to += outputs;
    }
  }

  /** Adds to the gradients, given that of the raw outputs from index {@code at} on. */
  public void backward(
      float[] user,
      float[] item,
      float[] dense,
      float[] outputGradient,
      int at,
      Gradients gradients) {
    int from = at;
    int view = -1;
    float product = 0;
    float toProduct = 0;
    for (int task = 0; task < tasks.size(); task++) {
      int bias = row.bias(task);
      int outputs = tasks.get(task).outputs();
      for (int i = 0; i < outputs; i++) {
        gradients.user()[bias + i] += outputGradient[from + i];
        gradients.item()[bias + i] += outputGradient[from + i];
      }
      if (outputs == 1) {
        if (views.of(task) != view) {
          toVectors(user, item, view, toProduct, gradients);
          view = views.of(task);
          product = product(user, item, view);
          toProduct = 0;
        }
        int scale = scales.offset(task);
        gradients.dense()[scale] += product * outputGradient[from];
        if (!tasks.get(task).stopGradient()) {
          toProduct += (dense[scale] + alignment) * outputGradient[from];
        }
      }
      from += outputs;
    }
    toVectors(user, item, view, toProduct, gradients);
  }

  /** From the gradient of a view's product to those of its vectors. */
  private void toVectors(
      float[] user, float[] item, int view, float toProduct, Gradients gradients) {
    if (toProduct == 0) {
      return;
    }
    int vector = row.vector(view);
    for (int i = vector; i < vector + row.width(); i++) {
      gradients.user()[i] += toProduct * item[i];
      gradients.item()[i] += toProduct * user[i];
    }
  }

  void step(float[] dense, float[] gradient) {
    for (int task = 0; task < tasks.size(); task++) {
      scales.step(dense, task, gradient);
    }
  }

  /** Clears the gradient of the scales. */
  void clear(float[] gradient) {
    for (int task = 0; task < tasks.size(); task++) {
      gradient[scales.offset(task)] = 0;
    }
  }

  private float product(float[] user, float[] item, int view) {
    int vector = row.vector(view);
    float sum = 0;
    for (int i = vector; i < vector + row.width(); i++) {
      sum += user[i] * item[i];
    }
    return sum;
  }
}
