package io.rivulet.learner;

import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureSpec;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The model's loss written down once more, example by example and in double precision: what the
 * learner's gradients are checked against.
 */
final class DoubleModel {
  private final LearnerSpec spec;
  private final Map<String, Integer> dense;
  private final Map<String, Integer> row;
  private final DoubleInput input;
  private final double[] weights;
  private final List<String> names;

  DoubleModel(LearnerSpec spec) {
    this.spec = spec;
    Model model = new Model(spec);
    dense = DoubleParts.offsets(model.dense());
    row = DoubleParts.offsets(model.row().segments());
    input = new DoubleInput(spec, dense, row);
    names = spec.tasks().stream().map(TaskSpec::name).toList();
    weights = spec.perTask(spec.weighting().weights(), 1);
  }

  /** The loss of an example, weighted with its own weight and those of the tasks. */
  double loss(double[] parameters, double[] user, double[] item, Example example) {
    double[][] raw = raw(parameters, user, item, example);
    double sum = 0;
    for (int t = 0; t < spec.tasks().size(); t++) {
      TaskSpec task = spec.tasks().get(t);
      double[] read = task.hasTower() ? raw[t] : new double[0];
      for (String factor : task.of()) {
        read = DoubleParts.joined(read, raw[names.indexOf(factor)]);
      }
      float label = example.labels()[t];
      sum += Float.isNaN(label) ? 0 : weights[t] * DoubleParts.loss(task, read, label);
    }
    return example.weight() * sum;
  }

  /**
   * What aligns the products with the residuals: for each task of one output, the derivative of
   * {@link #loss} by its raw output.
   */
  double[] residuals(double[] parameters, double[] user, double[] item, Example example) {
    double step = 1e-6;
    double[] residuals = new double[spec.towers().size()];
    for (int t = 0; t < residuals.length; t++) {
      TaskSpec task = spec.towers().get(t);
      if (task.outputs() == 1) {
        double[] up = parameters.clone();
        double[] down = parameters.clone();
        up[dense.get("output/" + task.name() + "/bias")] += step;
        down[dense.get("output/" + task.name() + "/bias")] -= step;
        residuals[t] =
            (loss(up, user, item, example) - loss(down, user, item, example)) / (2 * step);
      }
    }
    return residuals;
  }

  /** The alignment's part of what the rows descend, for fixed {@link #residuals}. */
  double aligned(double[] residuals, double[] user, double[] item) {
    double sum = 0;
    for (int t = 0; t < residuals.length; t++) {
      sum += spec.wide().alignment() * residuals[t] * product(user, item, t);
    }
    return sum;
  }

  /** The product of the vectors that a task sees. */
  double product(double[] user, double[] item, int task) {
    int at = row.get("vector") + (apart() ? task * spec.embedding() : 0);
    double product = 0;
    for (int i = at; i < at + spec.embedding(); i++) {
      product += user[i] * item[i];
    }
    return product;
  }

  private boolean apart() {
    return spec.architecture().type() == ArchitectureType.SINGLE_TASK;
  }

  /** What each task's tower reads. */
  private double[][] representations(double[] parameters, double[] input) {
    ArchitectureSpec layers = spec.architecture();
    int tasks = spec.towers().size();
    double[][] read = new double[tasks][];
    for (int t = 0; t < tasks; t++) {
      String name = spec.towers().get(t).name();
      int view = input.length / tasks;
      read[t] =
          switch (layers.type()) {
            case SHARED_BOTTOM -> hidden(parameters, "", "", input);
            case SINGLE_TASK ->
                hidden(
                    parameters,
                    "",
                    "/" + name,
                    Arrays.copyOfRange(input, t * view, (t + 1) * view));
            case MMOE -> {
              double[][] experts = new double[layers.experts()][];
              for (int e = 0; e < experts.length; e++) {
                experts[e] = hidden(parameters, "", "/expert-" + e, input);
              }
              yield mixed(parameters, "gate/" + name, input, experts);
            }
            case PLE -> new double[0];
          };
    }
    return layers.type() == ArchitectureType.PLE ? extracted(parameters, input) : read;
  }

  private double[][] extracted(double[] parameters, double[] input) {
    List<String> groups = new ArrayList<>();
    spec.towers().forEach(task -> groups.add(task.name()));
    groups.add("shared");
    double[][] read = new double[groups.size()][];
    Arrays.fill(read, input);
    for (int level = 0; level < spec.architecture().levels(); level++) {
      String prefix = "level-" + level + "/";
      List<List<double[]>> experts = new ArrayList<>();
      for (int g = 0; g < groups.size(); g++) {
        boolean shared = g == groups.size() - 1;
        int count = shared ? spec.architecture().experts() : spec.architecture().taskExperts();
        List<double[]> own = new ArrayList<>();
        for (int e = 0; e < count; e++) {
          own.add(hidden(parameters, prefix, "/" + groups.get(g) + "-" + e, read[g]));
        }
        experts.add(own);
      }
      double[][] next = new double[groups.size()][];
      for (int g = 0; g < groups.size(); g++) {
        boolean shared = g == groups.size() - 1;
        if (!shared || level < spec.architecture().levels() - 1) {
          List<double[]> chosen = new ArrayList<>();
          for (int other = 0; other < groups.size(); other++) {
            if (shared || other == g || other == groups.size() - 1) {
              chosen.addAll(experts.get(other));
            }
          }
          String gate = prefix + "gate/" + groups.get(g);
          next[g] = mixed(parameters, gate, read[g], chosen.toArray(new double[0][]));
        }
      }
      read = next;
    }
    return read;
  }

  private double[] hidden(double[] parameters, String prefix, String suffix, double[] input) {
    double[] x = input;
    List<Integer> widths = spec.architecture().hidden();
    for (int i = 0; i < widths.size(); i++) {
      x =
          DoubleParts.rectified(
              DoubleParts.affine(
                  dense, parameters, prefix + "hidden-" + i + suffix, x, widths.get(i)));
    }
    return x;
  }

  private double[] mixed(double[] parameters, String gate, double[] input, double[][] experts) {
    double[] powers =
        Arrays.stream(DoubleParts.affine(dense, parameters, gate, input, experts.length))
            .map(Math::exp)
            .toArray();
    double sum = Arrays.stream(powers).sum();
    double[] mixed = new double[experts[0].length];
    for (int e = 0; e < experts.length; e++) {
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] += powers[e] / sum * experts[e][i];
      }
    }
    return mixed;
  }

  private double[][] raw(double[] parameters, double[] user, double[] item, Example example) {
    double[][] x = representations(parameters, input.of(parameters, user, item, example));
    double[][] raw = new double[x.length][];
    for (int t = 0; t < spec.towers().size(); t++) {
      TaskSpec task = spec.towers().get(t);
      double[] tower =
          DoubleParts.rectified(
              DoubleParts.affine(
                  dense, parameters, "tower/" + task.name(), x[t], spec.architecture().tower()));
      raw[t] =
          DoubleParts.affine(dense, parameters, "output/" + task.name(), tower, task.outputs());
      int bias = row.get("bias/" + task.name());
      for (int i = 0; i < raw[t].length; i++) {
        raw[t][i] += user[bias + i] + item[bias + i] + prior(parameters, task, i);
      }
      if (raw[t].length == 1) {
        raw[t][0] += parameters[dense.get("product-scale") + t] * product(user, item, t);
      }
    }
    return raw;
  }

  private double prior(double[] parameters, TaskSpec task, int output) {
    double count = parameters[dense.get("prior/" + task.name() + "/count") + output];
    double mean = parameters[dense.get("prior/" + task.name() + "/sum") + output] / count;
    return switch (task.type()) {
      case BINARY, PRODUCT -> Math.log(mean / (1 - mean));
      case REGRESSION -> mean;
      case MULTICLASS -> Math.log(mean);
    };
  }
}
