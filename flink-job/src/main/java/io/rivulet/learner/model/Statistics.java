package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Axis.Stretch;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.loss.TaskLoss;
import io.rivulet.learner.spec.StatisticsSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Running statistics of users and items as inputs, for each task of one output: how far the labels
 * of the user lie above what prior and item let expect, and those of the item above prior and user
 * (the damped biases of Koren, "Factor in the neighbors", TKDD 2010, section 2.1, as a stream),
 * over all of the past and over the last few; and how many there were.
 */
final class Statistics {
  private static final int INPUTS = 6;

  private final StatisticsSpec spec;
  private final Views views;
  private final Priors priors;
  private final List<TaskLoss> losses;
  private final List<Integer> tasks = new ArrayList<>();
  private final Axis axis;
  private final RunningMeans all;
  private final RunningMeans recentOfUser;
  private final RunningMeans recentOfItem;

  /** Appends the statistics to {@code row}. */
  Statistics(
      StatisticsSpec spec,
      List<String> taskIdentities,
      Views views,
      Priors priors,
      List<TaskLoss> losses,
      Segments row) {
    this.spec = spec;
    this.views = views;
    this.priors = priors;
    this.losses = losses;
    List<String> names = new ArrayList<>();
    for (int task = 0; spec.enabled() && task < losses.size(); task++) {
      if (losses.get(task).outputs() == 1) {
        tasks.add(task);
        names.add(taskIdentities.get(task));
      }
    }
    axis = new Axis(names.stream().map(name -> new Stretch("statistics/" + name, INPUTS)).toList());
    Axis of = Axis.of(names);
    all = new RunningMeans(row, "statistics/all", of, Priors.MEMORY, 0, 0);
    recentOfUser = new RunningMeans(row, "statistics/recent", of, spec.userMemory(), 0, 0);
    recentOfItem = recentOfUser.withMemory(spec.itemMemory());
  }

  /** The inputs. */
  Axis axis() {
    return axis;
  }

  /** Number of inputs. */
  int width() {
    return INPUTS * tasks.size();
  }

  /** Writes the inputs of a view from index {@code at} on; those of other views' tasks are 0. */
  void forward(float[] user, float[] item, int view, float[] input, int at) {
    Arrays.fill(input, at, at + width(), 0);
    for (int i = 0; i < tasks.size(); i++) {
      if (views.of(tasks.get(i)) == view) {
        write(user, item, i, input, at + i * INPUTS);
      }
    }
  }

  private void write(float[] user, float[] item, int i, float[] input, int at) {
    int to = at;
    input[to++] = (float) (InputScale.DEVIATION * all.mean(user, i, spec.damping()));
    input[to++] = (float) (InputScale.DEVIATION * all.mean(item, i, spec.damping()));
    input[to++] =
        (float) (InputScale.DEVIATION * recentOfUser.mean(user, i, InputScale.RECENT_DAMPING));
    input[to++] =
        (float) (InputScale.DEVIATION * recentOfItem.mean(item, i, InputScale.RECENT_DAMPING));
    // Not log1p, which the JVM takes long for: a count is rarely so small that a float shows it.
    input[to++] = (float) (InputScale.COUNT * Math.log(1.0 + all.count(user, i)));
    input[to] = (float) (InputScale.COUNT * Math.log(1.0 + all.count(item, i)));
  }

  /** Takes the labels of an example in, NaN where there is none. */
  void learn(float[] user, float[] item, float[] dense, float[] labels, double weight) {
    for (int i = 0; i < tasks.size(); i++) {
      int task = tasks.get(i);
      if (!Float.isNaN(labels[task])) {
        double excess = losses.get(task).target(labels[task], 0) - priors.mean(dense, task, 0);
        double ofUser = excess - all.mean(item, i, spec.damping());
        double ofItem = excess - all.mean(user, i, spec.damping());
        all.add(user, i, ofUser, weight);
        all.add(item, i, ofItem, weight);
        recentOfUser.add(user, i, ofUser, weight);
        recentOfItem.add(item, i, ofItem, weight);
      }
    }
  }
}
