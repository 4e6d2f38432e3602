package io.rivulet.codec;

import static io.rivulet.codec.Bytes.raw;
import static io.rivulet.codec.Bytes.read;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Specs;
import io.rivulet.schema.codec.CodecException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCodecTest {
  private final ParameterCodec codec = new ParameterCodec(SmallModel.SPEC);

  @ParameterizedTest
  @EnumSource(names = {"ITEM", "DENSE"})
  void whatIsWrittenIsReadAgain(Table table) throws BadRecordException {
    ParameterValue value = value(table);

    assertSame(codec.decode(raw(codec.value(value))), value);
  }

  @Test
  void theKeyIsTableAndId() {
    assertThat(new String(codec.key(value(Table.ITEM)), StandardCharsets.UTF_8))
        .isEqualTo("item:\u00e4");
  }

  @Test
  void numbersAreLittleEndian() throws CodecException {
    ParameterValue value = value(Table.ITEM);

    ByteBuffer bytes = read(io.rivulet.schema.ParameterValue.class, codec.value(value)).getValues();

    assertThat(bytes.remaining()).isEqualTo(value.row().unpacked().values().length * Float.BYTES);
    assertThat(bytes.order(ByteOrder.LITTLE_ENDIAN).getFloat())
        .isEqualTo(value.row().unpacked().values()[0]);
  }

  @Test
  void aValueOfAnotherModelIsRefused() {
    ParameterCodec other =
        new ParameterCodec(Specs.learner(List.of(Specs.binary("like", 4)), List.of()));
    ParameterLayout own = Layouts.rows(SmallModel.SPEC);
    ParameterLayout foreign =
        Layouts.rows(Specs.learner(List.of(Specs.binary("like", 4)), List.of()));
    Row row = new Row(1, 1, new float[foreign.length()]);
    byte[] bytes = other.value(ParameterValue.of(Table.ITEM, "x", 100, row));

    assertThatThrownBy(() -> codec.decode(raw(bytes)))
        .isInstanceOf(BadRecordException.class)
        .hasMessage(
            "the value of item:x has layout version %d and %d numbers, this model has version %d"
                + " and %d; it was written by another model: give each model a parameters topic of"
                + " its own",
            foreign.version(), foreign.length(), own.version(), own.length());
  }

  @Test
  void aValueOfTheWrongLengthIsRefused() {
    byte[] bytes =
        codec.value(ParameterValue.of(Table.ITEM, "x", 100, new Row(1, 1, new float[] {1})));

    assertThatThrownBy(() -> codec.decode(raw(bytes)))
        .isInstanceOf(BadRecordException.class)
        .hasMessageContaining("and 1 numbers");
  }

  @Test
  void anUnknownTableIsRefused() throws CodecException {
    var record =
        io.rivulet.schema.ParameterValue.newBuilder(
                read(io.rivulet.schema.ParameterValue.class, codec.value(value(Table.ITEM))))
            .setTable("weights")
            .build();

    assertThatThrownBy(() -> codec.decode(raw(record)))
        .isInstanceOf(BadRecordException.class)
        .hasMessage("no table is called 'weights'");
  }

  @Test
  void aDroppedItemIsARecordWithoutAValue() throws BadRecordException {
    ParameterValue dropped = ParameterValue.of(Table.ITEM, "a:\u00e4", 200, null);

    assertThat(codec.value(dropped)).isNull();
    assertSame(
        codec.decode(new RawRecord(Bytes.ORIGIN, codec.key(dropped), null)),
        ParameterValue.of(Table.ITEM, "a:\u00e4", Long.MIN_VALUE, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense:small", "user:7", "item", ""})
  void onlyItemsAreDropped(String key) {
    RawRecord raw = new RawRecord(Bytes.ORIGIN, key.getBytes(StandardCharsets.UTF_8), null);

    assertThatThrownBy(() -> codec.decode(raw))
        .isInstanceOf(BadRecordException.class)
        .hasMessage(
            "a record without a value has the key '" + key + "'; only items are dropped: item:…");
  }

  @Test
  void aRecordOfNothingIsRefused() {
    assertThatThrownBy(() -> codec.decode(raw((byte[]) null)))
        .isInstanceOf(BadRecordException.class)
        .hasMessageContaining("the key ''");
  }

  private static ParameterValue value(Table table) {
    ParameterLayout layout =
        table == Table.DENSE ? Layouts.dense(SmallModel.SPEC) : Layouts.rows(SmallModel.SPEC);
    Row row = new Row(17, 1_700L, layout.initial(table.label(), "\u00e4"));
    return ParameterValue.of(table, "\u00e4", 200, row);
  }
}
