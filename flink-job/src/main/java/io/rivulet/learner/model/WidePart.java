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
    float[] output = new float[tasks.stream().mapToInt(TaskSpec::outputs).sum()];
    priors.forward(dense, output, 0);
    return output;
  }

  /** Adds to the raw outputs from index {@code at} on. */
  public void forward(float[] user, float[] item, float[] dense, float[] output, int at) {
    priors.forward(dense, output, at);
    int to = at;
    for (int task = 0; task < tasks.size(); task++) {
      int bias = row.bias(task);
      int outputs = tasks.get(task).outputs();
      for (int i = 0; i < outputs; i++) {
        output[to + i] += user[bias + i] + item[bias + i];
      }
      if (outputs == 1) {
        output[to] += dense[scales.offset(task)] * product(user, item, views.of(task));
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
    for (int task = 0; task < tasks.size(); task++) {
      int bias = row.bias(task);
      int outputs = tasks.get(task).outputs();
      for (int i = 0; i < outputs; i++) {
        gradients.user()[bias + i] += outputGradient[from + i];
        gradients.item()[bias + i] += outputGradient[from + i];
      }
      if (outputs == 1) {
        int scale = scales.offset(task);
        gradients.dense()[scale] += product(user, item, views.of(task)) * outputGradient[from];
        if (tasks.get(task).stopGradient()) {
          from += outputs;
          continue;
        }
        float toProduct = (dense[scale] + alignment) * outputGradient[from];
        int vector = row.vector(views.of(task));
        for (int i = vector; i < vector + row.width(); i++) {
          gradients.user()[i] += toProduct * item[i];
          gradients.item()[i] += toProduct * user[i];
        }
      }
      from += outputs;
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
