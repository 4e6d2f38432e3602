package io.rivulet.io;

import io.rivulet.codec.DeadLetterEncoder;
import io.rivulet.codec.MetricsEncoder;
import io.rivulet.codec.ParameterCodec;
import io.rivulet.codec.RecommendationEncoder;
import io.rivulet.codec.ScoreEncoder;
import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.domain.Encoder;
import io.rivulet.operator.Uids;
import io.rivulet.pipeline.Sinks;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The pipeline's sinks, writing to Kafka at least once. */
public final class KafkaSinks {
  private final KafkaConfig kafka;

  private KafkaSinks(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /** The sinks of a job. */
  public static Sinks of(RivuletConfig config) {
    KafkaSinks sinks = new KafkaSinks(config.kafka());
    var topics = config.kafka().topics();
    return new Sinks(
        sinks.sink(topics.scores(), new ScoreEncoder(config.learner()), Uids.SCORE_SINK),
        sinks.sink(
            topics.recommendations(),
            new RecommendationEncoder(config.learner()),
            Uids.RECOMMENDATION_SINK),
        sinks.sink(topics.metrics(), new MetricsEncoder(), Uids.METRICS_SINK),
        sinks.sink(topics.parameters(), new ParameterCodec(config.learner()), Uids.PARAMETER_SINK),
        sinks.sink(topics.deadLetters(), new DeadLetterEncoder(), Uids.DEAD_LETTER_SINK));
  }

  private <T> Consumer<DataStream<T>> sink(String topic, Encoder<T> encoder, String uid) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setKafkaProducerConfig(properties(uid))
            .setRecordSerializer(new TopicWriter<>(topic, encoder))
            .build();
    return stream -> stream.sinkTo(sink).uid(uid).name(uid);
  }

  private Properties properties(String uid) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.putAll(ClientSettings.of(kafka));
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.group() + "-" + uid);
    return properties;
  }
}
