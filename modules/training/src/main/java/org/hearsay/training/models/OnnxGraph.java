package org.hearsay.training.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Puts an ONNX graph together, node after node. Values are known by name. */
final class OnnxGraph {
  /** The version of ONNX's operators: the first with Gelu as one of them. */
  private static final int OPERATORS = 20;

  /** The version of ONNX's file format that goes with them. */
  private static final int FORMAT = 9;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private int nodes;

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** An input of whole numbers; a dimension of no fixed size is named. */
  void input(String name, String... dimensions) {
    graph.addInput(value(name, TensorProto.DataType.INT64, List.of(dimensions)));
  }

  /** An input of numbers; a dimension of no fixed size is named. */
  void floatInput(String name, String... dimensions) {
    graph.addInput(value(name, TensorProto.DataType.FLOAT, List.of(dimensions)));
  }

  /** Says that a value is what the graph is for. */
  void output(String name, String... dimensions) {
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, List.of(dimensions)));
  }

  /** A value that comes in or goes out. */
  static ValueInfoProto value(String name, TensorProto.DataType type, List<String> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dimension : dimensions) {
      TensorShapeProto.Dimension.Builder size = TensorShapeProto.Dimension.newBuilder();
      if (Character.isDigit(dimension.charAt(0))) {
        size.setDimValue(Long.parseLong(dimension));
      } else {
        size.setDimParam(dimension);
      }
      shape.addDim(size);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  /** A constant of floats. */
  String floats(String name, float[] numbers, long... shape) {
    ByteBuffer bytes = buffer(Float.BYTES * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** A constant of whole numbers. */
  String longs(String name, long... numbers) {
    ByteBuffer bytes = buffer(Long.BYTES * numbers.length);
    bytes.asLongBuffer().put(numbers);
    return constant(name, TensorProto.DataType.INT64, bytes, numbers.length);
  }

  /** A constant of one whole number, without dimensions. */
  String scalar(String name, long number) {
    ByteBuffer bytes = buffer(Long.BYTES).putLong(0, number);
    return constant(name, TensorProto.DataType.INT64, bytes);
  }

  /** A constant of bytes with signs. */
  String bytes(String name, byte[] numbers, long... shape) {
    return constant(name, TensorProto.DataType.INT8, ByteBuffer.wrap(numbers), shape);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.duplicate().clear()));
    for (long size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** A node's attribute. */
  static AttributeProto attribute(String name, long number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  /** A node's attribute. */
  static AttributeProto attribute(String name, float number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(number)
        .build();
  }

  /** A node's attribute. */
  static AttributeProto attribute(String name, long... numbers) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long number : numbers) {
      attribute.addInts(number);
    }
    return attribute.build();
  }

  /** A node with one output, whose name is returned. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String output = operator + "_" + nodes;
    node(operator, inputs, List.of(output), attributes);
    return output;
  }

  /** A node with outputs of given names. */
  void node(
      String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(operator + "_" + nodes++)
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
  }

  /** A name that no value has yet. */
  String name(String kind) {
    return kind + "_of_" + nodes;
  }

  /** The model. */
  ModelProto model() {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .setProducerName("hearsay")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
        .setGraph(graph)
        .build();
  }
}
