package io.rivulet.learner.oracle;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** Picks rows and columns of a matrix by a product: SameDiff cannot derive two gathers a graph. */
final class Selection {
  private Selection() {}

  /** Columns {@code from} to {@code from + count - 1} of the {@code width} that {@code x} has. */
  static SDVariable columns(SameDiff graph, SDVariable x, int width, int from, int count) {
    double[][] chosen = new double[width][count];
    for (int i = 0; i < count; i++) {
      chosen[from + i][i] = 1;
    }
    return x.mmul(graph.constant(Nd4j.create(chosen)));
  }

  /** The given rows of the {@code height} that {@code x} has. */
  static SDVariable rows(SameDiff graph, SDVariable x, int height, int... rows) {
    double[][] chosen = new double[rows.length][height];
    for (int i = 0; i < rows.length; i++) {
      chosen[i][rows[i]] = 1;
    }
    return graph.constant(Nd4j.create(chosen)).mmul(x);
  }
}
