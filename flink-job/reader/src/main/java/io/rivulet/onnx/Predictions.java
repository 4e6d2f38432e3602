package io.rivulet.onnx;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import onnx.Onnx.TensorProto.DataType;

/**
 * From the towers' raw outputs to what the tasks predict. In double precision, as the learner does
 * it, up to the float that comes out.
 */
record Predictions(LearnerSpec spec, Operators operators) {
  /**
   * A task's prediction.
   *
   * @param raw the outputs of each tower
   */
  Value of(TaskSpec task, List<Value> raw) {
    Value prediction =
        switch (task.type()) {
          case BINARY -> probability(task.name(), raw);
          case REGRESSION -> number(task, tower(task.name(), raw));
          case MULTICLASS -> operators.softmax(tower(task.name(), raw));
          case PRODUCT ->
              task.of().stream()
                  .map(factor -> probability(factor, raw))
                  .reduce(operators::multiply)
                  .orElseThrow();
        };
    return operators.cast(prediction, DataType.FLOAT);
  }

  private Value probability(String task, List<Value> raw) {
    return operators.sigmoid(tower(task, raw));
  }

  /** From [−1, 1] to the task's range. */
  private Value number(TaskSpec task, Value raw) {
    Graph graph = operators.graph();
    double low = task.range().get(0);
    double high = task.range().get(1);
    Value steps = operators.add(raw, graph.doubles(1));
    Value above = operators.multiply(steps, graph.doubles((high - low) / 2));
    Value number = operators.add(above, graph.doubles(low));
    return operators.limited(number, graph.doubles(low), graph.doubles(high));
  }

  private Value tower(String task, List<Value> raw) {
    List<String> towers = spec.towers().stream().map(TaskSpec::name).toList();
    return operators.cast(raw.get(towers.indexOf(task)), DataType.DOUBLE);
  }
}
