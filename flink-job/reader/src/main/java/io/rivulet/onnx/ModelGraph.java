package io.rivulet.onnx;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.GraphProto;

/** From rows and features to predictions. */
record ModelGraph(LearnerSpec spec, Dense dense) {
  GraphProto build() {
    Graph graph = new Graph();
    Operators operators = new Operators(graph);
    List<Value> raw = raw(operators, new ViewInputs(spec, operators, dense));
    Predictions heads = new Predictions(spec, operators);
    List<Value> predictions = new ArrayList<>();
    for (TaskSpec task : spec.tasks()) {
      Value prediction = heads.of(task, raw);
      predictions.add(prediction);
      boolean one = task.outputs() == 1;
      graph.output(
          Names.output(task),
          one ? operators.withoutAxis(prediction, 1) : prediction,
          task.outputs(),
          description(task));
    }
    Value fused = new FusedScore(spec, operators).of(predictions);
    String description = "the score to rank by, from 0 to 1";
    graph.output(Names.FUSED, operators.withoutAxis(fused, 1), 1, description);
    return graph.build();
  }

  /** The outputs of each tower, with what is added to them. */
  private List<Value> raw(Operators operators, ViewInputs inputs) {
    Layers layers = new Layers(operators, dense);
    List<String> towers = spec.towers().stream().map(TaskSpec::name).toList();
    Architecture architecture = Architecture.of(spec.architecture(), towers, layers);
    List<Value> representations = architecture.representations(inputs.views());
    List<Value> raw = new ArrayList<>();
    for (int tower = 0; tower < towers.size(); tower++) {
      String name = towers.get(tower);
      Value hidden = layers.rectified("tower/" + name, representations.get(tower));
      Value output = layers.linear("output/" + name, hidden);
      raw.add(operators.add(output, inputs.wide(tower)));
    }
    return raw;
  }

  private static String description(TaskSpec task) {
    return switch (task.type()) {
      case BINARY -> "probability";
      case REGRESSION -> "number from " + task.range().get(0) + " to " + task.range().get(1);
      case MULTICLASS -> "probability of each of " + task.classes();
      case PRODUCT -> "probability that all come true of " + task.of();
    };
  }
}
