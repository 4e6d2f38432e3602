package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Axis.Stretch;
import io.rivulet.learner.layout.Merge;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import java.util.List;

/**
 * Numeric features, brought to mean 0 and deviation 1 by what was seen so far: n ← n + w, δ = x −
 * μ, μ ← μ + w·δ/n, M ← M + w·δ·(x − μ), σ² = M/n (Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 4, 1962). What is not known counts as the
 * mean.
 */
final class Numbers {
  private final int size;
  private final Axis axis;
  private final int counts;
  private final int means;
  private final int squares;

  /** Appends counts, means and squares to {@code dense}. */
  Numbers(List<String> names, Segments dense) {
    size = names.size();
    Shape shape = Shape.of(Axis.of(names));
    axis = new Axis(names.stream().map(name -> new Stretch("number/" + name, 1)).toList());
    Start zero = Start.constant(0);
    counts = dense.add(new Segment("number/count", shape, Merge.NOT_NEGATIVE, zero));
    means = dense.add(new Segment("number/mean", shape, Merge.AVERAGE, zero));
    squares = dense.add(new Segment("number/squares", shape, Merge.NOT_NEGATIVE, zero));
  }

  /** The inputs. */
  Axis axis() {
    return axis;
  }

  /** Number of inputs. */
  int width() {
    return size;
  }

  /** Writes the normalised numbers from index {@code at} on. */
  void forward(float[] numbers, float[] dense, float[] input, int at) {
    for (int i = 0; i < size; i++) {
      double variance = dense[squares + i] / Math.max(1, dense[counts + i]);
      double x = (numbers[i] - dense[means + i]) / Math.sqrt(variance);
      boolean known = variance > 0 && !Double.isNaN(x);
      input[at + i] =
          known ? (float) Math.max(-InputScale.LARGEST, Math.min(InputScale.LARGEST, x)) : 0;
    }
  }

  /** Takes an example's numbers in. */
  void learn(float[] numbers, float[] dense, double weight) {
    for (int i = 0; i < size; i++) {
      double x = numbers[i];
      if (!Double.isNaN(x)) {
        double count = Math.min(Priors.MEMORY, dense[counts + i] + weight);
        double keep = 1 - weight / count;
        double off = x - dense[means + i];
        double mean = dense[means + i] + off * weight / count;
        double grown = dense[counts + i] + weight > count ? keep : 1;
        dense[squares + i] = (float) (grown * dense[squares + i] + weight * off * (x - mean));
        dense[means + i] = (float) mean;
        dense[counts + i] = (float) count;
      }
    }
  }
}
