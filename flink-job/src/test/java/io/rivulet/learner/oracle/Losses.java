package io.rivulet.learner.oracle;

import io.rivulet.learner.Example;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** What is wrong with the raw outputs of a batch, as columns of one number per example. */
final class Losses {
  /** A squared error counts as if its labels had this variance. */
  private static final double VARIANCE = 0.25;

  private final SameDiff graph;
  private final List<Example> batch;

  Losses(SameDiff graph, List<Example> batch) {
    this.graph = graph;
    this.batch = batch;
  }

  /** The losses of one task; of an example without label that of some label, to be masked. */
  SDVariable of(TaskSpec task, int index, SDVariable raw) {
    SDVariable loss =
        switch (task.type()) {
          case BINARY ->
              binary(graph.nn().logSigmoid(raw), graph.nn().logSigmoid(raw.neg()), index);
          case PRODUCT -> product(raw, index);
          case REGRESSION -> regression(task, raw, index);
          case MULTICLASS -> multiclass(task, raw, index);
        };
    return loss.mul(task.lossScale());
  }

  /** Each example's weight, 0 where the task has no label. */
  SDVariable weights(int task) {
    double[][] weights = new double[batch.size()][1];
    for (int i = 0; i < weights.length; i++) {
      Example example = batch.get(i);
      weights[i][0] = Float.isNaN(example.labels()[task]) ? 0 : example.weight();
    }
    return graph.constant(Nd4j.create(weights));
  }

  /** −y·log p − (1−y)·log(1−p) */
  private SDVariable binary(SDVariable logYes, SDVariable logNo, int task) {
    SDVariable y = graph.constant(Nd4j.create(labels(task)));
    return logYes.mul(y).add(logNo.mul(y.rsub(1))).neg();
  }

  /** The cross entropy of p = Πₖ σ(zₖ), of which the raw outputs are the columns. */
  private SDVariable product(SDVariable raw, int task) {
    SDVariable logYes = graph.nn().logSigmoid(raw).sum(true, 1);
    SDVariable logNo = graph.math().log(graph.math().exp(logYes).rsub(1));
    return binary(logYes, logNo, task);
  }

  /** With e = |z − t|: (e² − (e − min(e, δ))²)/2σ², which is e²/2σ² without a knee δ. */
  private SDVariable regression(TaskSpec task, SDVariable raw, int index) {
    double low = task.range().get(0);
    double range = task.range().get(1) - low;
    double[][] targets = labels(index);
    for (double[] target : targets) {
      target[0] = 2 * (target[0] - low) / range - 1;
    }
    SDVariable error = graph.math().abs(raw.sub(graph.constant(Nd4j.create(targets))));
    SDVariable squares = graph.math().square(error);
    if (task.huber() > 0) {
      SDVariable beyond = graph.nn().relu(error.sub(2 * task.huber() / range), 0);
      squares = squares.sub(graph.math().square(beyond));
    }
    return squares.div(2 * VARIANCE);
  }

  private SDVariable multiclass(TaskSpec task, SDVariable raw, int index) {
    double[][] chosen = new double[batch.size()][task.outputs()];
    double[][] labels = labels(index);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i][(int) labels[i][0]] = 1;
    }
    SDVariable logarithms = graph.math().log(graph.nn().softmax(raw, 1));
    return logarithms.mul(graph.constant(Nd4j.create(chosen))).sum(true, 1).neg();
  }

  private double[][] labels(int task) {
    double[][] labels = new double[batch.size()][1];
    for (int i = 0; i < labels.length; i++) {
      float label = batch.get(i).labels()[task];
      labels[i][0] = Float.isNaN(label) ? 0 : label;
    }
    return labels;
  }
}
