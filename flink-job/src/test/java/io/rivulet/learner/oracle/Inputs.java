package io.rivulet.learner.oracle;

import io.rivulet.learner.Example;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.StatisticsSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** What the network reads of a batch, as matrices of one row per example. */
final class Inputs {
  private final SameDiff graph;
  private final LearnerSpec spec;
  private final List<Example> batch;
  private final Parameters users;
  private final Parameters items;
  private final Parameters dense;

  Inputs(
      SameDiff graph,
      LearnerSpec spec,
      List<Example> batch,
      Parameters users,
      Parameters items,
      Parameters dense) {
    this.graph = graph;
    this.spec = spec;
    this.batch = batch;
    this.users = users;
    this.items = items;
    this.dense = dense;
  }

  /**
   * The input of one view.
   *
   * @param tasks the tasks whose statistics are in it
   */
  SDVariable view(int view, List<Integer> tasks) {
    List<SDVariable> parts = new ArrayList<>();
    SDVariable user = vector(users, view);
    SDVariable item = vector(items, view);
    parts.add(user);
    parts.add(item);
    parts.add(user.mul(item));
    for (int feature = 0; feature < spec.categorical().size(); feature++) {
      parts.add(category(feature, view));
    }
    int index = 0;
    for (int task = 0; task < spec.towers().size(); task++) {
      if (spec.towers().get(task).outputs() == 1) {
        double shown = tasks.contains(task) ? 1 : 0;
        statistics(index++).forEach(statistic -> parts.add(statistic.mul(shown)));
      }
    }
    parts.add(numbers());
    parts.add(content(view));
    return graph.concat(1, parts.toArray(new SDVariable[0]));
  }

  /** The vectors of a view. */
  SDVariable vector(Parameters rows, int view) {
    int width = spec.embedding();
    int all = rows.width("vector");
    return Selection.columns(graph, rows.get("vector"), all, view * width, width);
  }

  private SDVariable category(int feature, int view) {
    CategoricalSpec table = spec.categorical().get(feature);
    int[] groups =
        batch.stream()
            .mapToInt(e -> view * table.buckets() + e.features().categories()[feature])
            .toArray();
    String segment = "category/" + table.from();
    int height = dense.width(segment) / table.dimension();
    return Selection.rows(graph, dense.get(segment, table.dimension()), height, groups);
  }

  /** Deviations from what was expected count double, logarithms of counts a fifth. */
  private List<SDVariable> statistics(int index) {
    StatisticsSpec statistics = spec.statistics();
    return List.of(
        mean(users, "all", index, statistics.damping()).mul(2),
        mean(items, "all", index, statistics.damping()).mul(2),
        mean(users, "recent", index, 1).mul(2),
        mean(items, "recent", index, 1).mul(2),
        graph.math().log1p(column(users, "all/count", index)).mul(0.2),
        graph.math().log1p(column(items, "all/count", index)).mul(0.2));
  }

  private SDVariable mean(Parameters rows, String name, int index, double damping) {
    SDVariable count = column(rows, name + "/count", index).add(damping);
    return column(rows, name + "/sum", index).div(count);
  }

  private SDVariable column(Parameters rows, String name, int index) {
    String segment = "statistics/" + name;
    return Selection.columns(graph, rows.get(segment), rows.width(segment), index, 1);
  }

  /** Numbers less their mean, over their deviation, within ±5; 0 where not known. */
  private SDVariable numbers() {
    String name = "number";
    double[][] found = new double[batch.size()][spec.numeric().size()];
    double[][] known = new double[batch.size()][spec.numeric().size()];
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < found[i].length; j++) {
        float number = batch.get(i).features().numbers()[j];
        found[i][j] = Float.isNaN(number) ? 0 : number;
        known[i][j] = Float.isNaN(number) ? 0 : 1;
      }
    }
    SDVariable count = graph.math().max(dense.get(name + "/count"), one());
    SDVariable deviation = graph.math().sqrt(dense.get(name + "/squares").div(count));
    SDVariable off = graph.constant(Nd4j.create(found)).sub(dense.get(name + "/mean"));
    SDVariable within = graph.math().clipByValue(off.div(deviation), -5, 5);
    return within.mul(graph.constant(Nd4j.create(known)));
  }

  private SDVariable one() {
    return graph.constant(Nd4j.create(new double[][] {{1}}));
  }

  private SDVariable content(int view) {
    int dimension = spec.content().dimension();
    int[] rows = IntStream.range(view * dimension, (view + 1) * dimension).toArray();
    double[][] found = new double[batch.size()][spec.content().length()];
    for (int i = 0; i < found.length; i++) {
      float[] content = batch.get(i).features().content();
      for (int j = 0; j < content.length; j++) {
        found[i][j] = content[j];
      }
    }
    int length = spec.content().length();
    int height = dense.width("content") / length;
    SDVariable kernel = Selection.rows(graph, dense.get("content", length), height, rows);
    return graph.constant(Nd4j.create(found)).mmul(graph.transpose(kernel));
  }
}
