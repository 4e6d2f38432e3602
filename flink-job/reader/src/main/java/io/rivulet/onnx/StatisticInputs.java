package io.rivulet.onnx;

import io.rivulet.learner.model.InputScale;
import io.rivulet.learner.spec.StatisticsSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * The running statistics of user and item: for each task how far their labels lie above what was
 * expected, of late as well, and how many there were.
 *
 * @param views for each task of one output its view; empty where all tasks share one
 */
record StatisticInputs(
    StatisticsSpec spec, List<Integer> views, Operators operators, Row user, Row item)
    implements ViewPart {
  private static final String ALL = "statistics/all";

  @Override
  public List<Value> of(int view) {
    double recent = InputScale.RECENT_DAMPING;
    Value inputs =
        operators.joined(
            Stream.of(
                    deviation(user, ALL, spec.damping()),
                    deviation(item, ALL, spec.damping()),
                    deviation(user, "statistics/recent", recent),
                    deviation(item, "statistics/recent", recent),
                    size(user),
                    size(item))
                .map(perTask -> operators.withAxis(perTask, 2))
                .toList(),
            2);
    return List.of(operators.flattened(views.isEmpty() ? inputs : only(view, inputs)));
  }

  /** Sets the inputs of other views' tasks to 0. */
  private Value only(int view, Value inputs) {
    float[] mask = new float[views.size()];
    for (int task = 0; task < mask.length; task++) {
      mask[task] = views.get(task) == view ? 1 : 0;
    }
    Value shown = operators.graph().parameters("statistics/view/" + view, mask, 1, mask.length, 1);
    return operators.multiply(inputs, shown);
  }

  private Value deviation(Row row, String means, double damping) {
    Graph graph = operators.graph();
    Value weight = operators.add(count(row, means), graph.floats((float) damping));
    Value mean = operators.divide(row.read(means + "/sum"), weight);
    return operators.multiply(mean, graph.floats((float) InputScale.DEVIATION));
  }

  private Value size(Row row) {
    Graph graph = operators.graph();
    Value logarithm = operators.logarithm(operators.add(count(row, ALL), graph.floats(1)));
    return operators.multiply(logarithm, graph.floats((float) InputScale.COUNT));
  }

  private Value count(Row row, String means) {
    return operators.rectified(row.read(means + "/count"));
  }
}
