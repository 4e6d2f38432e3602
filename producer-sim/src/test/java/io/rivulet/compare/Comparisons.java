package io.rivulet.compare;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.WeightingType;
import java.util.List;

/** Comparisons with figures that were made up. */
final class Comparisons {
  private static final List<Column> COLUMNS =
      List.of(new Column("rating", Figure.RMSE, Double.NaN), new Column("like", Figure.AUC, 0.875));

  private Comparisons() {}

  /** Two tasks: the rating loses by sharing, beyond what seeds differ; the like gains. */
  static Comparison twoSeeds() {
    return new Comparison(
        "made-up",
        List.of("no stream at all"),
        COLUMNS,
        List.of(
            result(Variant.ALONE, List.of(0.9, 1.0), List.of(0.7, 0.7)),
            result(mmoe(), List.of(1.2, 1.3), List.of(0.75, 0.8))));
  }

  /** The same with one seed. */
  static Comparison oneSeed() {
    return new Comparison(
        "made-up",
        List.of("no stream at all"),
        COLUMNS,
        List.of(
            result(Variant.ALONE, List.of(0.9), List.of(Double.NaN)),
            result(mmoe(), List.of(1.2), List.of(0.75))));
  }

  private static Variant mmoe() {
    return new Variant(ArchitectureType.MMOE, WeightingType.LOG_SUM);
  }

  private static Result result(Variant variant, List<Double> rating, List<Double> like) {
    return new Result(variant, List.of(new Sample(rating), new Sample(like)), 0);
  }
}
