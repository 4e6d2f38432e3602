package io.rivulet.bench;

import io.rivulet.domain.Row;
import io.rivulet.serialization.RecordType;
import io.rivulet.serialization.RowFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the row of a key out of Flink's state, and writes it back as seen once more. */
final class RowInState extends KeyedProcessFunction<String, String, Long> {
  private static final long serialVersionUID = 1L;

  private final float[] initial;
  private transient ValueState<Row> rows;

  /** Rows that begin with such values. */
  RowInState(float[] initial) {
    this.initial = initial.clone();
  }

  @Override
  public void open(OpenContext context) {
    rows =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("rows", new RecordType<>(new RowFormat())));
  }

  @Override
  public void processElement(String id, Context context, Collector<Long> out) throws Exception {
    Row row = rows.value();
    rows.update((row == null ? new Row(0, 0, initial) : row).seen(1));
  }
}
