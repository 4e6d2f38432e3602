package io.rivulet.serialization;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A Flink serializer made of a {@link RecordFormat}. Values are immutable, so a copy is the value
 * itself.
 */
public final class RecordSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final RecordFormat<T> format;
  private final int readVersion;

  RecordSerializer(RecordFormat<T> format, int readVersion) {
    this.format = format;
    this.readVersion = readVersion;
  }

  RecordFormat<T> format() {
    return format;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    format.write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return format.read(source, readVersion);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new RecordSerializerSnapshot<>(format, format.version());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordSerializer<?> that
        && format.getClass() == that.format.getClass()
        && readVersion == that.readVersion;
  }

  @Override
  public int hashCode() {
    return Objects.hash(format.getClass(), readVersion);
  }
}
