package io.rivulet.learner.weighting;

import io.rivulet.learner.Specs;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.List;
import java.util.function.Function;

/** A weighting of two tasks and the dense parameters it keeps its state in. */
final class Fixture {
  final TaskWeighting weighting;
  final float[] dense;

  Fixture(Function<Segments, TaskWeighting> weighting) {
    Segments segments = new Segments();
    this.weighting = weighting.apply(segments);
    dense = new float[segments.length()];
    int at = 0;
    for (Segment segment : segments.list()) {
      for (int i = 0; i < segment.length(); i++) {
        dense[at++] = segment.start().value(0);
      }
    }
  }

  /** The weighting that a specification with the defaults makes. */
  static Fixture of(WeightingType type) {
    LearnerSpec spec =
        Specs.weighted(
            Specs.learner(
                List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of()),
            Specs.weighting(type));
    return new Fixture(segments -> TaskWeightings.of(spec, segments));
  }

  void update(TaskSignals signals) {
    weighting.update(dense, signals);
  }

  double[] weights(TaskSignals signals) {
    double[] weights = new double[signals.tasks()];
    weighting.weights(dense, signals, weights);
    return weights;
  }

  /** The weights of a batch without labels. */
  double[] weights() {
    return weights(Signals.of(Double.NaN, Double.NaN));
  }
}
