package io.rivulet.serialization;

import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the parts, of each its name and axes, of each axis its stretches. */
public final class ArraySchemaFormat implements RecordFormat<ArraySchema> {
  private static final long serialVersionUID = 1L;

  /** Reads one element of a list. */
  @FunctionalInterface
  private interface Reader<T> {
    T read() throws IOException;
  }

  @Override
  public Class<ArraySchema> type() {
    return ArraySchema.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ArraySchema schema, DataOutputView out) throws IOException {
    out.writeInt(schema.parts().size());
    for (ArraySchema.Part part : schema.parts()) {
      Fields.writeString(part.name(), out);
      out.writeInt(part.shape().axes().size());
      for (Axis axis : part.shape().axes()) {
        out.writeInt(axis.stretches().size());
        for (Axis.Stretch stretch : axis.stretches()) {
          Fields.writeString(stretch.name(), out);
          out.writeInt(stretch.length());
        }
      }
    }
  }

  @Override
  public ArraySchema read(DataInputView in, int version) throws IOException {
    return new ArraySchema(
        list(
            in,
            () ->
                new ArraySchema.Part(
                    Fields.readString(in), new Shape(list(in, () -> readAxis(in))))));
  }

  private static Axis readAxis(DataInputView in) throws IOException {
    return new Axis(list(in, () -> new Axis.Stretch(Fields.readString(in), in.readInt())));
  }

  private static <T> List<T> list(DataInputView in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(reader.read());
    }
    return list;
  }
}
