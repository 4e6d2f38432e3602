package io.rivulet.learner.model;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sums of some vectors of a column, z = Σⱼ pⱼ·xⱼ, with weights that differ from column to column,
 * and their gradients. A product of OpenBLAS for each column and run: it takes a tenth of a
 * microsecond, a loop of the JVM over the same numbers four times as long.
 */
final class WeightedSums {
  /**
   * Neighbouring sums of the same neighbouring vectors: Z = X·P.
   *
   * @param vector the first vector
   * @param vectors how many
   * @param weight index of the first weight; a sum's weights lie together
   * @param sum the first sum
   * @param sums how many
   * @param begins whether nothing has been added to these sums before
   * @param isFirst whether no run before has read these vectors; else all have been read
   */
  private record Run(
      int vector, int vectors, int weight, int sum, int sums, boolean begins, boolean isFirst) {
    private boolean isContinuedBy(Run next) {
      return begins
          && next.begins
          && vector == next.vector
          && vectors == next.vectors
          && weight + sums * vectors == next.weight;
    }

    private Run withOneMore() {
      return new Run(vector, vectors, weight, sum, sums + 1, true, isFirst);
    }
  }

  private final int length;
  private final List<Run> runs = new ArrayList<>();

  /**
   * Sums of vectors.
   *
   * @param routes the vectors of each sum; a column has as many weights, sum by sum
   * @param length of each vector
   */
  WeightedSums(List<List<Integer>> routes, int length) {
    this.length = length;
    Set<Integer> read = new HashSet<>();
    int weight = 0;
    for (int sum = 0; sum < routes.size(); sum++) {
      List<Integer> route = routes.get(sum);
      int from = 0;
      for (int to = 1; to <= route.size(); to++) {
        boolean isFirst = !read.contains(route.get(from));
        if (to == route.size()
            || route.get(to) != route.get(to - 1) + 1
            || read.contains(route.get(to)) == isFirst) {
          add(new Run(route.get(from), to - from, weight + from, sum, 1, from == 0, isFirst));
          from = to;
        }
      }
      read.addAll(route);
      weight += route.size();
    }
  }

  private void add(Run run) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).isContinuedBy(run)) {
      runs.set(last, runs.get(last).withOneMore());
    } else {
      runs.add(run);
    }
  }

  /**
   * Writes the sums of each column.
   *
   * @param vectors (vectors · length and more) × columns
   * @param weights (weights and more) × columns
   * @param sums (sums · length and more) × columns; what is beyond the sums stays
   */
  void forward(Matrix vectors, Matrix weights, int columns, Matrix sums) {
    for (int column = 0; column < columns; column++) {
      for (Run run : runs) {
        cblas_sgemm(
            CblasColMajor,
            CblasNoTrans,
            CblasNoTrans,
            length,
            run.sums(),
            run.vectors(),
            1,
            vectors.at(run.vector() * length, column),
            length,
            weights.at(run.weight(), column),
            run.vectors(),
            run.begins() ? 0 : 1,
            sums.at(run.sum() * length, column),
            length);
      }
    }
  }

  /**
   * Writes the gradients of the weights and of the vectors: dP = Xᵀ·dZ and dX = dZ·Pᵀ. Those of
   * vectors that are in no sum stay.
   *
   * @param ofSums the sums' gradients; all matrices as in {@link #forward}
   */
  void backward(
      Matrix vectors,
      Matrix weights,
      Matrix ofSums,
      int columns,
      Matrix ofVectors,
      Matrix ofWeights) {
    for (int column = 0; column < columns; column++) {
      for (Run run : runs) {
        cblas_sgemm(
            CblasColMajor,
            CblasTrans,
            CblasNoTrans,
            run.vectors(),
            run.sums(),
            length,
            1,
            vectors.at(run.vector() * length, column),
            length,
            ofSums.at(run.sum() * length, column),
            length,
            0,
            ofWeights.at(run.weight(), column),
            run.vectors());
        cblas_sgemm(
            CblasColMajor,
            CblasNoTrans,
            CblasTrans,
            length,
            run.vectors(),
            run.sums(),
            1,
            ofSums.at(run.sum() * length, column),
            length,
            weights.at(run.weight(), column),
            run.vectors(),
            run.isFirst() ? 0 : 1,
            ofVectors.at(run.vector() * length, column),
            length);
      }
    }
  }
}
