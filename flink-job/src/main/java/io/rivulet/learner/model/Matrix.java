package io.rivulet.learner.model;

import static org.bytedeco.openblas.global.openblas.cblas_sasum;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix outside the heap, column by column. It is filled and read in bulk; its elements are
 * never touched one by one.
 */
final class Matrix implements AutoCloseable {
  private final INDArray array;
  private final int rows;
  private final FloatPointer numbers;
  private final FloatBuffer buffer;

  /** A matrix of zeros. */
  Matrix(int rows, int columns) {
    this.rows = rows;
    array = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f');
    numbers = new FloatPointer(array.data().pointer());
    buffer = array.data().asNioFloat();
  }

  int rows() {
    return rows;
  }

  /** The place in memory of an element; holds until the next call. */
  FloatPointer at(int row, int column) {
    return numbers.position((long) column * rows() + row);
  }

  /** Overwrites {@code length} numbers from index {@code to} on. */
  void write(int to, float[] source, int from, int length) {
    buffer.put(to, source, from, length);
  }

  /** Copies {@code length} numbers from index {@code from} on. */
  void read(int from, float[] target, int to, int length) {
    buffer.get(from, target, to, length);
  }

  /** The sum of the absolute values of the first {@code length} numbers; NaN if one of them is. */
  float absoluteSum(int length) {
    return cblas_sasum(length, at(0, 0), 1);
  }

  @Override
  public void close() {
    array.close();
  }
}
