package io.rivulet.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.Row;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RecordSerializerTest {
  private final RecordFormat<Measurement> format = new Measurement.Format();
  private final TypeSerializer<Measurement> newest = new RecordType<>(format).serializer();

  @Test
  void anOlderVersionIsReadAndMigrates() throws IOException {
    DataOutputSerializer old = new DataOutputSerializer(8);
    old.writeDouble(2.5);
    TypeSerializerSnapshot<Measurement> snapshot =
        roundTrip(new RecordSerializerSnapshot<>(format, 1));

    TypeSerializer<Measurement> reader = snapshot.restoreSerializer();

    assertThat(reader.deserialize(new DataInputDeserializer(old.getCopyOfBuffer())))
        .isEqualTo(new Measurement(2.5, "m"));
    assertThat(resolve(newest.snapshotConfiguration(), snapshot).isCompatibleAfterMigration())
        .isTrue();
    assertThat(reader).isNotEqualTo(newest);
  }

  @Test
  void whatAReaderOfAnOlderVersionWritesIsOfTheNewest() throws IOException {
    TypeSerializer<Measurement> reader =
        new RecordSerializerSnapshot<>(format, 1).restoreSerializer();
    DataOutputSerializer out = new DataOutputSerializer(8);

    reader.serialize(new Measurement(1, "km"), out);

    assertThat(newest.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(new Measurement(1, "km"));
  }

  @Test
  void aNewerVersionIsIncompatible() throws IOException {
    TypeSerializerSnapshot<Measurement> future =
        roundTrip(new RecordSerializerSnapshot<>(format, 3));

    assertThat(resolve(newest.snapshotConfiguration(), future).isIncompatible()).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked") // the state of another type under the same name
  void aForeignFormatIsIncompatible() {
    TypeSerializerSnapshot<?> rows =
        new RecordType<>(new RowFormat()).serializer().snapshotConfiguration();
    TypeSerializerSnapshot<?> longs = LongSerializer.INSTANCE.snapshotConfiguration();

    for (TypeSerializerSnapshot<?> foreign : new TypeSerializerSnapshot<?>[] {rows, longs}) {
      assertThat(
              resolve(newest.snapshotConfiguration(), (TypeSerializerSnapshot<Measurement>) foreign)
                  .isIncompatible())
          .isTrue();
    }
  }

  @Test
  void aFormatThatIsGoneIsNamed() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF("io.rivulet.serialization.GoneFormat");
    out.writeInt(1);

    assertThatThrownBy(
            () ->
                new RecordSerializerSnapshot<Row>()
                    .readSnapshot(
                        1,
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "State was written by the format io.rivulet.serialization.GoneFormat, which is gone");
  }

  @Test
  void travelsToTheTasks() throws IOException, ClassNotFoundException {
    RecordType<Measurement> type = new RecordType<>(format);

    assertThat(InstantiationUtil.clone(newest)).isEqualTo(newest).hasSameHashCodeAs(newest);
    assertThat(InstantiationUtil.clone(type)).isEqualTo(type).hasSameHashCodeAs(type);
    assertThat(type).isNotEqualTo(new RecordType<>(new RowFormat()));
    assertThat(type.getTypeClass()).isEqualTo(Measurement.class);
    assertThat(type.isKeyType()).isFalse();
  }

  private static <T> TypeSerializerSchemaCompatibility<T> resolve(
      TypeSerializerSnapshot<T> program, TypeSerializerSnapshot<T> state) {
    return program.resolveSchemaCompatibility(state);
  }

  private <T> TypeSerializerSnapshot<T> roundTrip(TypeSerializerSnapshot<T> snapshot)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
  }
}
