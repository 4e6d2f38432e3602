package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.loss.TaskLosses;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.Optimizers;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.weighting.TaskWeighting;
import io.rivulet.learner.weighting.TaskWeightings;
import io.rivulet.learner.weighting.UpdateShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All parts of a model and where their parameters lie. Allocates no native memory. */
public final class Model {
  private final Segments dense = new Segments();
  private final Row row;
  private final Priors priors;
  private final Statistics statistics;
  private final Inputs inputs;
  private final double dropout;
  private final Architecture architecture;
  private final Towers towers;
  private final List<Layer> layers = new ArrayList<>();
  private final WidePart wide;
  private final TaskWeighting weighting;
  private final UpdateShares shares;

  /** Lays out the model of {@code spec}. */
  public Model(LearnerSpec spec) {
    Optimizer optimizer = Optimizers.of(spec.dense());
    Views views = Views.of(spec);
    row = new Row(spec, views);
    Categories categories = new Categories(spec.categorical(), views, dense, optimizer);
    List<TaskSpec> tasks = spec.towers();
    List<TaskLoss> losses = tasks.stream().map(TaskLosses::of).toList();
    priors = new Priors(tasks, losses, dense);
    statistics =
        new Statistics(
            spec.statistics(), spec.towerIdentities(), views, priors, losses, row.segments());
    Numbers numbers = new Numbers(spec.numeric(), dense);
    Content content = new Content(spec.content(), views, dense, optimizer);
    inputs = new Inputs(views, row, categories, statistics, numbers, content);
    dropout = spec.architecture().dropout();
    Blocks blocks = new Blocks(dense, optimizer);
    architecture = Architectures.of(spec.architecture(), tasks, inputs.view(), blocks);
    int representation = architecture.representation();
    towers = new Towers(blocks, tasks, spec.architecture().tower(), representation);
    layers.addAll(architecture.layers());
    layers.addAll(towers.layers());
    wide = new WidePart(views, row, priors, spec, dense);
    weighting = TaskWeightings.of(spec, dense);
    Map<String, Double> chosen = spec.weighting().shares();
    double[] perTask = chosen.isEmpty() ? new double[0] : spec.perTask(chosen, 1);
    Axis all = Axis.of(spec.taskIdentities());
    shares = new UpdateShares(perTask, all, dense, spec.weighting().horizon());
  }

  /** The segments of the dense parameters. */
  public Segments dense() {
    return dense;
  }

  /** The parts of a row. */
  public Row row() {
    return row;
  }

  /** From rows and features to the network's input. */
  public Inputs inputs() {
    return inputs;
  }

  /** What stands beside the network. */
  public WidePart wide() {
    return wide;
  }

  /** The weighting of the tasks. */
  public TaskWeighting weighting() {
    return weighting;
  }

  /** Whether anything reads the tasks' norms where they meet; measuring them takes time. */
  public boolean readsSharedNorms() {
    return weighting.readsSharedNorms() || shares.readsSharedNorms();
  }

  /** How the update of what the tasks share is divided. */
  public UpdateShares shares() {
    return shares;
  }

  /** The probability with which a step of learning leaves a hidden unit out; 0: none is. */
  public double dropout() {
    return dropout;
  }

  Architecture architecture() {
    return architecture;
  }

  Towers towers() {
    return towers;
  }

  /** All layers with weights. */
  List<Layer> layers() {
    return layers;
  }

  /**
   * Takes the labels of an example into the running means.
   *
   * @param labels one for each tower, NaN where there is none
   */
  public void observe(
      float[] user, float[] item, float[] parameters, float[] labels, double weight) {
    statistics.learn(user, item, parameters, labels, weight);
    for (int task = 0; task < labels.length; task++) {
      if (!Float.isNaN(labels[task])) {
        priors.learn(parameters, task, labels[task], weight);
      }
    }
  }

  /** Clears the part of the dense gradient that the wide part and the inputs add to. */
  public void clear(float[] gradient) {
    wide.clear(gradient);
    inputs.clear(gradient);
  }

  /** Moves the dense parameters; {@code gradient} is used up. */
  public void step(float[] parameters, float[] gradient) {
    inputs.step(parameters, gradient);
    layers.forEach(layer -> layer.step(parameters, gradient));
    wide.step(parameters, gradient);
  }
}
