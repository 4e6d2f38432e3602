package io.rivulet.onnx;

import java.util.List;
import java.util.Map;
import onnx.Onnx.TensorProto.DataType;

/** The operators of ONNX that a model is made of. Tensors hold one row per example. */
record Operators(Graph graph) {
  Value add(Value a, Value b) {
    return apply("Add", a, b);
  }

  Value subtract(Value a, Value b) {
    return apply("Sub", a, b);
  }

  Value multiply(Value a, Value b) {
    return apply("Mul", a, b);
  }

  Value divide(Value a, Value b) {
    return apply("Div", a, b);
  }

  Value power(Value a, Value b) {
    return apply("Pow", a, b);
  }

  Value logarithm(Value a) {
    return apply("Log", a);
  }

  Value matrixProduct(Value a, Value b) {
    return apply("MatMul", a, b);
  }

  /** max(a, 0) */
  Value rectified(Value a) {
    return apply("Relu", a);
  }

  Value sigmoid(Value a) {
    return apply("Sigmoid", a);
  }

  /** Along the last axis. */
  Value softmax(Value a) {
    return graph.apply("Softmax", Map.of("axis", -1), List.of(a));
  }

  Value limited(Value a, Value low, Value high) {
    return apply("Clip", a, low, high);
  }

  /** {@code otherwise} where {@code a} is NaN. */
  Value known(Value a, Value otherwise) {
    return apply("Where", apply("IsNaN", a), otherwise, a);
  }

  /** 1 where a is at least b, else 0, in double precision. */
  Value atLeast(Value a, Value b) {
    return cast(apply("GreaterOrEqual", a, b), DataType.DOUBLE);
  }

  Value cast(Value a, DataType type) {
    return graph.apply("Cast", Map.of("to", type.getNumber()), List.of(a));
  }

  /** Side by side along an axis. */
  Value joined(List<Value> values, int axis) {
    return values.size() == 1 ? values.get(0) : graph.apply("Concat", Map.of("axis", axis), values);
  }

  /** The sum of tensors of one shape. */
  Value sum(List<Value> values) {
    return graph.apply("Sum", Map.of(), values);
  }

  /** The sum of each row, as a column. */
  Value rowSums(Value a) {
    return graph.apply("ReduceSum", Map.of("keepdims", 1), List.of(a, graph.indices(1)));
  }

  /** Some of the columns. */
  Value columns(Value a, int from, int length) {
    Value start = graph.indices(from);
    Value end = graph.indices(from + length);
    return apply("Slice", a, start, end, graph.indices(1));
  }

  /** The rows of a table at the indices in a column. */
  Value lookedUp(Value table, Value column) {
    return graph.apply("Gather", Map.of("axis", 0), List.of(table, withoutAxis(column, 1)));
  }

  Value withAxis(Value a, int axis) {
    return apply("Unsqueeze", a, graph.indices(axis));
  }

  Value withoutAxis(Value a, int axis) {
    return apply("Squeeze", a, graph.indices(axis));
  }

  /** One row per example, however many axes there were. */
  Value flattened(Value a) {
    return graph.apply("Flatten", Map.of("axis", 1), List.of(a));
  }

  /** A zero in a column for each row. */
  Value zeros(Value like) {
    Value examples = apply("Slice", apply("Shape", like), graph.indices(0), graph.indices(1));
    Value shape = joined(List.of(examples, graph.indices(1)), 0);
    return apply("ConstantOfShape", shape);
  }

  private Value apply(String operator, Value... inputs) {
    return graph.apply(operator, Map.of(), List.of(inputs));
  }
}
