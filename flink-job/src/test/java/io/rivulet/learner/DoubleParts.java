package io.rivulet.learner;

import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the model in double precision is made of. */
final class DoubleParts {
  private DoubleParts() {}

  static Map<String, Integer> offsets(Segments segments) {
    Map<String, Integer> offsets = new HashMap<>();
    int offset = 0;
    for (Segment segment : segments.list()) {
      offsets.put(segment.name(), offset);
      offset += segment.length();
    }
    return offsets;
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
    return switch (task.type()) {
      case BINARY -> {
        double p = 1 / (1 + Math.exp(-raw[0]));
        yield -label * Math.log(p) - (1 - label) * Math.log(1 - p);
      }
      case REGRESSION -> {
        double low = task.range().get(0);
        double target = 2 * (label - low) / (task.range().get(1) - low) - 1;
        yield (raw[0] - target) * (raw[0] - target) / 2 / 0.25;
      }
      case MULTICLASS -> {
        double powers = Arrays.stream(raw).map(Math::exp).sum();
        yield Math.log(powers) - raw[(int) label];
      }
    };
  }
}
