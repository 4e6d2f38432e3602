package io.rivulet.learner;

import io.rivulet.learner.model.Explosion;
import io.rivulet.learner.model.Facts;
import io.rivulet.learner.model.Gradients;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.model.Network;
import io.rivulet.learner.model.NetworkPass;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.weighting.TaskSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Predicts and learns, one small batch after the other. Not thread-safe. */
public final class Learner implements AutoCloseable {
  private final Model model;
  private final Network network;
  private final Objective objective;
  private final Observed observed;
  private final float[] dense;
  private final float[] denseGradient;

  /** Of one example after the other: which towers learned, and from which labels. */
  private final boolean[] learned;

  private final float[] labels;
  private final int rowLength;
  private final long seed;

  /** Row gradients, one element per example, kept for the next batch. */
  private final List<Gradients> gradients = new ArrayList<>();

  /** A learner at its beginning. */
  public Learner(LearnerSpec spec) {
    model = new Model(spec);
    network = new Network(model);
    objective = new Objective(spec);
    observed = new Observed(spec);
    dense = Layouts.dense(spec).initial("dense", "");
    denseGradient = new float[dense.length];
    learned = new boolean[objective.towers()];
    labels = new float[learned.length];
    rowLength = Layouts.rows(spec).length();
    seed = spec.seed();
  }

  /**
   * The live dense parameters: weights, optimiser slots and task weights, as {@link Layouts#dense}
   * orders them. The caller may overwrite their contents between two steps.
   */
  public float[] dense() {
    return dense;
  }

  /**
   * Predicts without changing anything; the losses are those of the labels, where there are any.
   */
  public Step predict(List<Example> batch) {
    StepResult result = objective.begin(batch.size());
    if (!batch.isEmpty()) {
      forward(batch, result);
      weigh(batch, result);
      result.learnNothing();
    }
    return result;
  }

  /**
   * Predicts, then learns from the labels: the predictions were made before the update.
   *
   * @param batch examples of which no two share a user array. An item array may occur several
   *     times: its examples are computed with the value it had before the batch, and their updates
   *     follow one another.
   */
  public Step learn(List<Example> batch) {
    StepResult result = objective.begin(batch.size());
    if (batch.isEmpty()) {
      return result;
    }
    NetworkPass pass = forward(batch, result);
    if (model.dropout() > 0) {
      thin(batch, result, pass);
    }
    update(batch, result, pass, backward(batch, result, pass));
    return result;
  }

  /** Computes the gradients of all that can be trained on; what explodes is rejected. */
  private TaskSignals backward(List<Example> batch, StepResult result, NetworkPass pass) {
    while (true) {
      TaskSignals signals = weigh(batch, result);
      objective.weigh(batch, result, pass.outputGradient());
      Explosion exploded =
          pass.backward(
              gradients -> {
                if (model.readsSharedNorms()) {
                  gradients.measure(signals, result.weights());
                }
                model.shares().divide(dense, signals, result.weights(), gradients);
                model.weighting().reconcile(gradients);
              });
      if (exploded == null) {
        return signals;
      }
      if (!objective.reject(exploded, result)) {
        result.rejectAll("the parameters are not finite");
        return signals;
      }
    }
  }

  private TaskSignals weigh(List<Example> batch, StepResult result) {
    objective.select(batch, result);
    TaskSignals signals = objective.signals(batch, result);
    model.weighting().weights(dense, signals, result.weights());
    return signals;
  }

  private NetworkPass forward(List<Example> batch, StepResult result) {
    network.load(dense);
    NetworkPass pass = network.pass(batch.size());
    float[] prior = model.wide().prior(dense);
    objective.prior(prior);
    float[] input = pass.input();
    for (int i = 0; i < batch.size(); i++) {
      Example example = batch.get(i);
      Facts facts = facts(example);
      String problem = model.inputs().problem(facts);
      if (problem != null) {
        result.reject(i, problem);
      }
      model.inputs().forward(example.user(), example.item(), facts, dense, input, i);
    }
    pass.forward();
    float[] output = pass.output();
    for (int i = 0; i < batch.size(); i++) {
      Example example = batch.get(i);
      int at = i * (objective.rawOutputs() + 1);
      model.wide().forward(example.user(), example.item(), dense, prior, output, at);
      objective.evaluate(example, i, output, at, result);
    }
    return pass;
  }

  /**
   * Computes the gradients at a network without some of its units. Which ones follows from the
   * parameters, so that a restored learner goes on the same.
   */
  private void thin(List<Example> batch, StepResult result, NetworkPass pass) {
    pass.forward(31 * seed + Arrays.hashCode(dense));
    float[] prior = model.wide().prior(dense);
    float[] output = pass.output();
    for (int i = 0; i < batch.size(); i++) {
      Example example = batch.get(i);
      int at = i * (objective.rawOutputs() + 1);
      model.wide().forward(example.user(), example.item(), dense, prior, output, at);
      objective.differentiate(example, i, output, at, result);
    }
  }

  private void update(
      List<Example> batch, StepResult result, NetworkPass pass, TaskSignals signals) {
    while (gradients.size() < batch.size()) {
      gradients.add(new Gradients(new float[rowLength], new float[rowLength], denseGradient));
    }
    model.clear(denseGradient);
    network.gather(denseGradient);
    boolean any = false;
    for (int i = 0; i < batch.size(); i++) {
      if (result.trained(i)) {
        any = true;
        backward(batch.get(i), i, pass, gradients.get(i));
      }
    }
    if (!any) {
      return;
    }
    model.step(dense, denseGradient);
    for (int i = 0; i < batch.size(); i++) {
      if (result.trained(i)) {
        Example example = batch.get(i);
        result.learned(i, learned);
        model.row().step(example.user(), gradients.get(i).user(), learned);
        model.row().step(example.item(), gradients.get(i).item(), learned);
        model.inputs().learn(facts(example), dense, example.weight());
        observed.tell(example, i, result, labels);
        model.observe(example.user(), example.item(), dense, labels, example.weight());
      }
    }
    model.weighting().update(dense, signals);
    model.shares().update(dense, signals, result.weights());
  }

  private void backward(Example example, int index, NetworkPass pass, Gradients target) {
    Arrays.fill(target.user(), 0);
    Arrays.fill(target.item(), 0);
    float[] user = example.user();
    float[] item = example.item();
    model.inputs().backward(user, item, facts(example), pass.inputGradient(), index, target);
    int at = index * (objective.rawOutputs() + 1);
    model.wide().backward(user, item, dense, pass.outputGradient(), at, target);
  }

  private static Facts facts(Example example) {
    Features features = example.features();
    return new Facts(features.categories(), features.numbers(), features.content());
  }

  /** Number of products of layers so far. */
  long calls() {
    return network.calls();
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    network.close();
  }
}
