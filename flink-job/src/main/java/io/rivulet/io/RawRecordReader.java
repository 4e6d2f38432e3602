package io.rivulet.io;

import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import io.rivulet.operator.StreamTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records out of the consumer as they are, so that a bad one cannot stop the source. */
final class RawRecordReader implements KafkaRecordDeserializationSchema<RawRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
    out.collect(
        new RawRecord(
            new Origin(record.topic(), record.partition(), record.offset()),
            record.key(),
            record.value()));
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return StreamTypes.RAW_RECORD;
  }
}
