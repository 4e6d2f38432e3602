package io.rivulet.learner;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the model in double precision is made of. */
public final class DoubleParts {
  private DoubleParts() {}

  /** Where each segment begins. */
  public static Map<String, Integer> offsets(Segments segments) {
    Map<String, Integer> offsets = new HashMap<>();
    int offset = 0;
    for (Segment segment : segments.list()) {
      offsets.put(segment.name(), offset);
      offset += segment.length();
    }
    return offsets;
  }

  /** The same numbers. */
  public static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** W·x + b, with the kernel and the bias of that name. */
  public static double[] affine(
      Map<String, Integer> offsets, double[] parameters, String name, double[] x, int outputs) {
    int kernel = offsets.get(name + "/kernel");
    double[] y = new double[outputs];
    for (int i = 0; i < outputs; i++) {
      y[i] = parameters[offsets.get(name + "/bias") + i];
      for (int j = 0; j < x.length; j++) {
        y[i] += parameters[kernel + j * outputs + i] * x[j];
      }
    }
    return y;
  }

  static double[] joined(double[] first, double... second) {
    double[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  static double[] rectified(double[] x) {
    return Arrays.stream(x).map(value -> Math.max(0, value)).toArray();
  }

  static double loss(TaskSpec task, double[] raw, float label) {
    return task.lossScale() * unscaled(task, raw, label);
  }

  private static double unscaled(TaskSpec task, double[] raw, float label) {
    return switch (task.type()) {
      case BINARY -> {
        double p = 1 / (1 + Math.exp(-raw[0]));
        yield -label * Math.log(p) - (1 - label) * Math.log(1 - p);
      }
      case REGRESSION -> {
        double low = task.range().get(0);
        double range = task.range().get(1) - low;
        double error = Math.abs(raw[0] - (2 * (label - low) / range - 1));
        double knee = task.huber() == 0 ? Double.POSITIVE_INFINITY : 2 * task.huber() / range;
        yield (error <= knee ? error * error / 2 : knee * error - knee * knee / 2) / 0.25;
      }
      case PRODUCT -> {
        double p = 1;
        for (double factor : raw) {
          p /= 1 + Math.exp(-factor);
        }
        yield -label * Math.log(p) - (1 - label) * Math.log(1 - p);
      }
      case MULTICLASS -> {
        double powers = Arrays.stream(raw).map(Math::exp).sum();
        yield Math.log(powers) - raw[(int) label];
      }
    };
  }
}
