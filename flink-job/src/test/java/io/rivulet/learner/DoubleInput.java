package io.rivulet.learner;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;
import java.util.Map;

/** The network's input written down once more, in double precision. */
final class DoubleInput {
  private final LearnerSpec spec;
  private final Map<String, Integer> dense;
  private final Map<String, Integer> row;

  DoubleInput(LearnerSpec spec, Map<String, Integer> dense, Map<String, Integer> row) {
    this.spec = spec;
    this.dense = dense;
    this.row = row;
  }

  /** The column of an example, without the constant one. */
  double[] of(double[] parameters, double[] user, double[] item, Example example) {
    double[] x = new double[0];
    for (int view = 0; view < (apart() ? spec.towers().size() : 1); view++) {
      x = DoubleParts.joined(x, view(parameters, user, item, example, view));
    }
    return x;
  }

  private double[] view(
      double[] parameters, double[] user, double[] item, Example example, int view) {
    int k = spec.embedding();
    int at = row.get("vector") + view * k;
    double[] x = new double[3 * k];
    for (int i = 0; i < k; i++) {
      x[i] = user[at + i];
      x[k + i] = item[at + i];
      x[2 * k + i] = user[at + i] * item[at + i];
    }
    for (int i = 0; i < spec.categorical().size(); i++) {
      CategoricalSpec feature = spec.categorical().get(i);
      int length = feature.dimension();
      int group = view * feature.buckets() + example.features().categories()[i];
      int from = dense.get("category/" + feature.from()) + group * length;
      x = DoubleParts.joined(x, Arrays.copyOfRange(parameters, from, from + length));
    }
    int index = 0;
    for (int t = 0; t < spec.towers().size(); t++) {
      if (spec.towers().get(t).outputs() == 1) {
        double[] own = statistics(user, item, index++);
        x = DoubleParts.joined(x, !apart() || t == view ? own : new double[own.length]);
      }
    }
    x = DoubleParts.joined(x, numbers(parameters, example.features().numbers()));
    return DoubleParts.joined(x, projection(parameters, example.features().content(), view));
  }

  private double[] numbers(double[] parameters, float[] found) {
    double[] numbers = new double[found.length];
    int at = dense.get("number/count");
    for (int i = 0; i < numbers.length; i++) {
      double mean = parameters[at + numbers.length + i];
      double squares = parameters[at + 2 * numbers.length + i];
      double deviation = Math.sqrt(squares / Math.max(1, parameters[at + i]));
      double normal = (found[i] - mean) / deviation;
      numbers[i] = Float.isNaN(found[i]) ? 0 : Math.max(-5, Math.min(5, normal));
    }
    return numbers;
  }

  private double[] projection(double[] parameters, float[] content, int view) {
    double[] projection = new double[spec.content().dimension()];
    int at = dense.get("content") + view * projection.length * spec.content().length();
    for (int i = 0; i < projection.length; i++) {
      for (int j = 0; j < content.length; j++) {
        projection[i] += parameters[at + i * spec.content().length() + j] * content[j];
      }
    }
    return projection;
  }

  private double[] statistics(double[] user, double[] item, int index) {
    double damping = spec.statistics().damping();
    return new double[] {
      2 * mean(user, "all", index, damping),
      2 * mean(item, "all", index, damping),
      2 * mean(user, "recent", index, 1),
      2 * mean(item, "recent", index, 1),
      0.2 * Math.log(1 + user[row.get("statistics/all/count") + index]),
      0.2 * Math.log(1 + item[row.get("statistics/all/count") + index])
    };
  }

  private double mean(double[] values, String name, int index, double damping) {
    double sum = values[row.get("statistics/" + name + "/sum") + index];
    return sum / (values[row.get("statistics/" + name + "/count") + index] + damping);
  }

  private boolean apart() {
    return spec.architecture().type() == ArchitectureType.SINGLE_TASK;
  }
}
