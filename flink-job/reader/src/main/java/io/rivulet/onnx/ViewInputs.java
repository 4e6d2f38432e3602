package io.rivulet.onnx;

import io.rivulet.learner.Layouts;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onnx.Onnx.TensorProto.DataType;

/** The inputs of the graph, and what the network reads of them. */
final class ViewInputs {
  private final LearnerSpec spec;
  private final Operators operators;
  private final Dense dense;
  private final Row user;
  private final Row item;
  private final Vectors vectors;
  private final boolean apart;
  private final List<ViewPart> parts = new ArrayList<>();

  /** Declares the inputs that {@code spec} asks for. */
  ViewInputs(LearnerSpec spec, Operators operators, Dense dense) {
    this.spec = spec;
    this.operators = operators;
    this.dense = dense;
    user = row(Names.USER);
    item = row(Names.ITEM);
    apart = spec.architecture().type() == ArchitectureType.SINGLE_TASK;
    vectors = new Vectors(spec, count(), operators, user, item);
    parts.add(vectors);
    addCategories();
    addStatistics();
    addNumbers();
    addContent();
  }

  /** What the network reads: one view for each task, or one that all share. */
  List<Value> views() {
    return IntStream.range(0, count())
        .mapToObj(
            view ->
                operators.joined(
                    parts.stream().flatMap(part -> part.of(view).stream()).toList(), 1))
        .toList();
  }

  /** What is added to a tower's outputs. */
  Value wide(int tower) {
    return new WideOutputs(spec, operators, dense, user, item, vectors)
        .of(tower, apart ? tower : 0);
  }

  private int count() {
    return apart ? spec.towers().size() : 1;
  }

  private Row row(String name) {
    int length = Layouts.rows(spec).length();
    String description = "the row of the " + name + ", as published";
    Value whole = operators.graph().input(name, DataType.FLOAT, length, description);
    return new Row(operators, new Parts(Layouts.rows(spec).schema()), whole);
  }

  private void addCategories() {
    if (!spec.categorical().isEmpty()) {
      int count = spec.categorical().size();
      String description = "the bucket of each categorical feature, 0 where it is not known";
      Value buckets = operators.graph().input(Names.CATEGORIES, DataType.INT64, count, description);
      parts.add(new CategoryInputs(spec.categorical(), operators, dense, buckets));
    }
  }

  private void addStatistics() {
    List<TaskSpec> towers = spec.towers();
    List<Integer> single =
        IntStream.range(0, towers.size())
            .filter(tower -> towers.get(tower).outputs() == 1)
            .boxed()
            .toList();
    if (spec.statistics().enabled() && !single.isEmpty()) {
      List<Integer> views = apart ? single : List.of();
      parts.add(new StatisticInputs(spec.statistics(), views, operators, user, item));
    }
  }

  private void addNumbers() {
    if (!spec.numeric().isEmpty()) {
      int count = spec.numeric().size();
      String description = "the numeric features in their own units, NaN where not known";
      Value numbers = operators.graph().input(Names.NUMBERS, DataType.FLOAT, count, description);
      parts.add(new NumberInputs(operators, dense, numbers));
    }
  }

  private void addContent() {
    int length = spec.content().length();
    if (length > 0) {
      String description = "the item's content vector, zeros where it has none";
      Value content = operators.graph().input(Names.CONTENT, DataType.FLOAT, length, description);
      parts.add(new ContentInputs(spec.content(), operators, dense, content));
    }
  }
}
