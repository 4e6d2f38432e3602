package io.rivulet.serialization;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** A Flink type made of a {@link RecordFormat}. */
public final class RecordType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  private final RecordFormat<T> format;

  /** The type that the format writes. */
  public RecordType(RecordFormat<T> format) {
    this.format = format;
  }

  /** The serializer of the newest version. */
  public TypeSerializer<T> serializer() {
    return new RecordSerializer<>(format, format.version());
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer();
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return format.type();
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public String toString() {
    return format.type().getSimpleName();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordType<?> that && format.getClass() == that.format.getClass();
  }

  @Override
  public int hashCode() {
    return format.getClass().hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RecordType<?>;
  }
}
