package io.rivulet.onnx;

import io.rivulet.learner.spec.FusionSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.TensorProto.DataType;

/** One score to rank by, from the predictions of all tasks but the multiclass ones. */
record FusedScore(LearnerSpec spec, Operators operators) {
  private static final double MIDDLE = 0.5;

  /**
   * The score as a column.
   *
   * @param predictions of each task
   */
  Value of(List<Value> predictions) {
    List<Value> parts = new ArrayList<>();
    double divisor = 0;
    for (int i = 0; i < predictions.size(); i++) {
      TaskSpec task = spec.tasks().get(i);
      if (task.type() != TaskType.MULTICLASS) {
        parts.add(part(task, score(task, predictions.get(i))));
        divisor += weight(task);
      }
    }
    if (parts.isEmpty()) {
      return operators.zeros(predictions.get(0));
    }
    Value fused =
        switch (spec.fusion().type()) {
          case PRODUCT -> parts.stream().reduce(operators::multiply).orElseThrow();
          case AVERAGE, VOTE, WEIGHTED ->
              operators.divide(operators.sum(parts), operators.graph().doubles(divisor));
        };
    return operators.cast(fused, DataType.FLOAT);
  }

  /** A prediction mapped to [0, 1]. */
  private Value score(TaskSpec task, Value prediction) {
    Value score = operators.cast(prediction, DataType.DOUBLE);
    if (task.type() != TaskType.REGRESSION) {
      return score;
    }
    Graph graph = operators.graph();
    double low = task.range().get(0);
    Value above = operators.subtract(score, graph.doubles(low));
    return operators.divide(above, graph.doubles(task.range().get(1) - low));
  }

  private Value part(TaskSpec task, Value score) {
    Graph graph = operators.graph();
    return switch (spec.fusion().type()) {
      case AVERAGE -> score;
      case WEIGHTED -> operators.multiply(score, graph.doubles(weight(task)));
      case PRODUCT -> operators.power(score, graph.doubles(weight(task)));
      case VOTE -> operators.atLeast(score, graph.doubles(threshold(task)));
    };
  }

  /** What a task's part counts; 1 where the fusion has no weights. */
  private double weight(TaskSpec task) {
    return spec.fusion().weights().getOrDefault(task.name(), 1.0);
  }

  private double threshold(TaskSpec task) {
    FusionSpec fusion = spec.fusion();
    Double found = fusion.thresholds().get(task.name());
    return found == null ? MIDDLE : task.score(found);
  }
}
