package io.rivulet.io;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Records on their way from and to topics. */
class TopicRecordsTest {
  /** Writes a number as one byte; even numbers have no key. */
  private static final class ByteEncoder implements Encoder<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public byte[] key(Integer value) {
      return value % 2 == 0 ? null : new byte[] {1};
    }

    @Override
    public byte[] value(Integer value) {
      return new byte[] {value.byteValue()};
    }
  }

  @Test
  void whatIsReadIsLeftAsItIs() {
    List<RawRecord> out = new ArrayList<>();
    RawRecordReader reader = new RawRecordReader();

    reader.deserialize(
        new ConsumerRecord<>("topic", 3, 17, new byte[] {1}, new byte[] {2}),
        new ListCollector<>(out));
    reader.deserialize(new ConsumerRecord<>("topic", 3, 18, null, null), new ListCollector<>(out));

    assertSame(
        out,
        new ArrayList<>(
            List.of(
                new RawRecord(new Origin("topic", 3, 17), new byte[] {1}, new byte[] {2}),
                new RawRecord(new Origin("topic", 3, 18), null, null))));
  }

  @Test
  void whatIsWrittenHasItsTopicAndKey() {
    TopicWriter<Integer> writer = new TopicWriter<>("numbers", new ByteEncoder());

    ProducerRecord<byte[], byte[]> odd = writer.serialize(7, null, 1L);

    assertThat(odd.topic()).isEqualTo("numbers");
    assertThat(odd.key()).containsExactly(1);
    assertThat(odd.value()).containsExactly(7);
    assertThat(odd.partition()).as("by the key").isNull();
    assertThat(writer.serialize(8, null, null).key()).isNull();
  }
}
