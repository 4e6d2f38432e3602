package io.rivulet.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/**
 * A graph in the making. Its own names hold a slash, which no task's name does, so that they never
 * meet those of inputs and outputs.
 */
final class Graph {
  /** The name of the axis along which the examples of a batch lie. */
  private static final String BATCH = "batch";

  private final GraphProto.Builder proto = GraphProto.newBuilder().setName("model");

  /**
   * Declares an input.
   *
   * @param width numbers of an example
   */
  Value input(String name, DataType type, int width, String description) {
    proto.addInput(tensor(name, type, description, width));
    return new Value(name);
  }

  /**
   * Declares an output.
   *
   * @param width numbers of an example, more than one of them along an axis of their own
   */
  void output(String name, Value value, int width, String description) {
    proto.addNode(
        NodeProto.newBuilder().setOpType("Identity").addInput(value.name()).addOutput(name));
    ValueInfoProto declared =
        width == 1
            ? tensor(name, DataType.FLOAT, description)
            : tensor(name, DataType.FLOAT, description, width);
    proto.addOutput(declared);
  }

  /** Applies an operator of one output. */
  Value apply(String operator, Map<String, Integer> attributes, List<Value> inputs) {
    Value result = new Value(operator + "/" + proto.getNodeCount());
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setName(result.name()).addOutput(result.name());
    inputs.forEach(input -> node.addInput(input.name()));
    attributes.forEach(
        (name, value) ->
            node.addAttribute(
                AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(value)));
    proto.addNode(node);
    return result;
  }

  /** Holds learned numbers, row by row. */
  Value parameters(String name, float[] numbers, int... shape) {
    return hold("parameters/" + name, DataType.FLOAT, bytes(numbers), shape);
  }

  /** Holds numbers of double precision in a row, or one alone as a scalar. */
  Value doubles(double... numbers) {
    ByteBuffer bytes = room(Double.BYTES * numbers.length);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    return hold(nextConstant(), DataType.DOUBLE, bytes, rowOf(numbers.length));
  }

  /** Holds numbers in a row, or one alone as a scalar. */
  Value floats(float... numbers) {
    return hold(nextConstant(), DataType.FLOAT, bytes(numbers), rowOf(numbers.length));
  }

  /** Holds axes or indices in a row. */
  Value indices(long... numbers) {
    ByteBuffer bytes = room(Long.BYTES * numbers.length);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return hold(nextConstant(), DataType.INT64, bytes, numbers.length);
  }

  /** The graph so far. */
  GraphProto build() {
    return proto.build();
  }

  private String nextConstant() {
    return "constant/" + proto.getInitializerCount();
  }

  private static int[] rowOf(int length) {
    return length == 1 ? new int[0] : new int[] {length};
  }

  private static ByteBuffer bytes(float... numbers) {
    ByteBuffer bytes = room(Float.BYTES * numbers.length);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes;
  }

  private static ByteBuffer room(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Value hold(String name, DataType type, ByteBuffer bytes, int... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.flip()));
    for (int length : shape) {
      tensor.addDims(length);
    }
    proto.addInitializer(tensor);
    return new Value(name);
  }

  private static ValueInfoProto tensor(
      String name, DataType type, String description, int... widths) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    for (int width : widths) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setDocString(description)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
