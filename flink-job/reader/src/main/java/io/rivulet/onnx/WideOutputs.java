package io.rivulet.onnx;

import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;

/** What is added to the network's outputs: the prior, biases, and the product of the vectors. */
record WideOutputs(
    LearnerSpec spec, Operators operators, Dense dense, Row user, Row item, Vectors vectors) {
  /**
   * What is added to a tower's outputs.
   *
   * @param view the one whose vectors the tower's task uses
   */
  Value of(int tower, int view) {
    TaskSpec task = spec.towers().get(tower);
    Graph graph = operators.graph();
    float[] prior = prior(task);
    String bias = "bias/" + task.name();
    Value wide = operators.add(user.read(bias), item.read(bias));
    wide = operators.add(wide, graph.parameters("prior/" + task.name(), prior, 1, prior.length));
    if (task.outputs() > 1) {
      return wide;
    }
    float scale = dense.read("product-scale", tower, 1)[0];
    Value product = operators.rowSums(vectors.product(view));
    return operators.add(wide, operators.multiply(product, graph.floats(scale)));
  }

  private float[] prior(TaskSpec task) {
    TaskLoss loss = TaskLosses.of(task);
    float[] counts = dense.read("prior/" + task.name() + "/count");
    float[] sums = dense.read("prior/" + task.name() + "/sum");
    float[] prior = new float[counts.length];
    for (int output = 0; output < prior.length; output++) {
      double mean = counts[output] > 0 ? sums[output] / (double) counts[output] : 0;
      prior[output] = (float) loss.raw(mean);
    }
    return prior;
  }
}
