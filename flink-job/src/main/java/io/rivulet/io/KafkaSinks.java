package io.rivulet.io;

import io.rivulet.codec.DeadLetterEncoder;
import io.rivulet.codec.MetricsEncoder;
import io.rivulet.codec.ParameterCodec;
import io.rivulet.codec.RecommendationEncoder;
import io.rivulet.codec.ScoreEncoder;
import io.rivulet.codec.SnapshotEncoder;
import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.domain.Encoder;
import io.rivulet.operator.Uids;
import io.rivulet.pipeline.Sinks;
import io.rivulet.snapshot.SnapshotEntry;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The pipeline's sinks, writing to Kafka: versions of the model exactly once, one transaction for
 * each checkpoint, all else at least once.
 */
public final class KafkaSinks {
  /**
   * How long a transaction may be open. It opens when a version is written, and ends when the
   * checkpoint has; if the job fails in between, when it is back. After this time the broker gives
   * the version up. The longest that brokers allow unless told otherwise.
   */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  /**
   * Bytes that a producer collects for a partition before it sends them without waiting longer. A
   * round's values are many times Kafka's default of 16 KiB, and each batch is a request of its
   * own, and has buffers of its own if it is compressed.
   */
  private static final int BATCH = 1 << 17;

  /** What a producer's request may hold besides a record. */
  private static final int REQUEST_OVERHEAD = 1 << 16;

  /**
   * What is not compressed: published values are numbers, of which compression makes little for
   * what it takes.
   */
  private static final Set<String> UNCOMPRESSED =
      Set.of(Uids.PARAMETER_SINK, Uids.DENSE_PARAMETER_SINK);

  private final KafkaConfig kafka;

  KafkaSinks(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /** The sinks of a job. */
  public static Sinks of(RivuletConfig config) {
    KafkaSinks sinks = new KafkaSinks(config.kafka());
    var topics = config.kafka().topics();
    ParameterCodec parameters = new ParameterCodec(config.learner());
    return new Sinks(
        sinks.sink(topics.scores(), new ScoreEncoder(config.learner()), Uids.SCORE_SINK),
        sinks.sink(
            topics.recommendations(),
            new RecommendationEncoder(config.learner()),
            Uids.RECOMMENDATION_SINK),
        sinks.sink(topics.metrics(), new MetricsEncoder(), Uids.METRICS_SINK),
        sinks.sink(topics.parameters(), parameters, Uids.PARAMETER_SINK),
        sinks.sink(topics.parameters(), parameters, Uids.DENSE_PARAMETER_SINK),
        sinks.snapshotSink(config),
        sinks.sink(topics.deadLetters(), new DeadLetterEncoder(), Uids.DEAD_LETTER_SINK));
  }

  /** What the names of the job's transactions begin with. */
  static String transactionalIdPrefix(RivuletConfig config) {
    return config.kafka().group() + "-" + config.arm() + "-" + Uids.SNAPSHOT_SINK;
  }

  private Consumer<DataStream<SnapshotEntry>> snapshotSink(RivuletConfig config) {
    Properties properties = properties(Uids.SNAPSHOT_SINK);
    properties.putIfAbsent(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()));
    properties.putIfAbsent(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Integer.toString(config.snapshots().maxRecordBytes() + REQUEST_OVERHEAD));
    // Each checkpoint has a producer of its own, whose name would be taken.
    properties.remove(ProducerConfig.CLIENT_ID_CONFIG);
    KafkaSink<SnapshotEntry> sink =
        KafkaSink.<SnapshotEntry>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix(transactionalIdPrefix(config))
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(
                new TopicWriter<>(kafka.topics().modelSnapshots(), new SnapshotEncoder()))
            .build();
    return stream ->
        stream.sinkTo(sink).setParallelism(1).uid(Uids.SNAPSHOT_SINK).name(Uids.SNAPSHOT_SINK);
  }

  private <T> Consumer<DataStream<T>> sink(String topic, Encoder<T> encoder, String uid) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setKafkaProducerConfig(properties(uid))
            .setRecordSerializer(new TopicWriter<>(topic, encoder))
            .build();
    return stream -> {
      DataStreamSink<T> written = stream.sinkTo(sink).uid(uid).name(uid);
      if (stream.getParallelism() == 1) {
        // Else Flink would put a way to other tasks between.
        written.setParallelism(1);
      }
    };
  }

  /** Of the producer of a sink; what the configuration says comes before what is said here. */
  Properties properties(String uid) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH));
    properties.put(
        ProducerConfig.COMPRESSION_TYPE_CONFIG, UNCOMPRESSED.contains(uid) ? "none" : "lz4");
    properties.putAll(ClientSettings.of(kafka));
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.group() + "-" + uid);
    return properties;
  }
}
