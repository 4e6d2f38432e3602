package io.rivulet.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.OutputTag;

/**
 * Records all that an operator emits, side outputs and watermarks included, in one order. Each
 * value is written and read by its serializer, as on its way to another task.
 */
final class Recorder<T> implements Output<StreamRecord<T>> {
  private final TypeSerializer<T> serializer;
  private final List<Object> emitted = new ArrayList<>();

  Recorder(TypeSerializer<T> serializer) {
    this.serializer = serializer;
  }

  /** Everything so far: values, {@link Watermark}s and {@link WatermarkStatus}es. */
  List<Object> all() {
    return List.copyOf(emitted);
  }

  /** What was emitted of a type so far, in its order. */
  <V> List<V> of(Class<V> type) {
    return emitted.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The time stamps of the watermarks so far. */
  List<Long> watermarks() {
    return of(Watermark.class).stream().map(Watermark::getTimestamp).toList();
  }

  void clear() {
    emitted.clear();
  }

  @Override
  public void collect(StreamRecord<T> record) {
    emitted.add(copy(serializer, record.getValue()));
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    emitted.add(
        copy(tag.getTypeInfo().createSerializer(new SerializerConfigImpl()), record.getValue()));
  }

  @Override
  public void emitWatermark(Watermark mark) {
    emitted.add(mark);
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    emitted.add(status);
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {
    emitted.add(marker);
  }

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {
    emitted.add(attributes);
  }

  @Override
  public void emitWatermark(WatermarkEvent event) {
    emitted.add(event);
  }

  @Override
  public void close() {}

  private static <V> V copy(TypeSerializer<V> serializer, V value) {
    try {
      return InstantiationUtil.deserializeFromByteArray(
          serializer, InstantiationUtil.serializeToByteArray(serializer, value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
