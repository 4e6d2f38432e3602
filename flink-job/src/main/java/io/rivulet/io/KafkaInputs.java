package io.rivulet.io;

import io.rivulet.codec.EventDecoder;
import io.rivulet.codec.ItemFactsDecoder;
import io.rivulet.codec.ParameterCodec;
import io.rivulet.codec.ScoreRequestDecoder;
import io.rivulet.codec.TimeLimit;
import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.operator.Decode;
import io.rivulet.operator.StreamTypes;
import io.rivulet.operator.Uids;
import io.rivulet.pipeline.Inputs;
import io.rivulet.serialization.RecordType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** The pipeline's inputs, read from Kafka and decoded. */
public final class KafkaInputs {
  /** Decoders have what they decode taken from them in the same task; only dead letters wait. */
  private static final Duration DEAD_LETTER_WAIT = Duration.ofMillis(100);

  private final StreamExecutionEnvironment env;
  private final KafkaConfig kafka;

  private KafkaInputs(StreamExecutionEnvironment env, KafkaConfig kafka) {
    this.env = env;
    this.kafka = kafka;
  }

  /**
   * Adds the sources to a job.
   *
   * @param startedAt when the job was started, milliseconds since the epoch: without a checkpoint,
   *     parameters from before belong to another run and are not read
   * @param warm what the job begins with without a checkpoint: its events are read from there on;
   *     null for a new model
   */
  public static Inputs connect(
      StreamExecutionEnvironment env, RivuletConfig config, long startedAt, TopicWarmStart warm) {
    KafkaInputs inputs = new KafkaInputs(env, config.kafka());
    int maxBytes = config.kafka().maxRecordBytes();
    TimeLimit times = new TimeLimit(config.input().futureLimit(), Clock.systemUTC());
    SingleOutputStreamOperator<Event> events =
        inputs.decoded(
            config.kafka().topics().userEvents(),
            warm == null ? inputs.start() : inputs.startBehind(warm),
            Uids.EVENT_SOURCE,
            new Decode<>(new EventDecoder(config.knownActions(), maxBytes, times)),
            StreamTypes.EVENT,
            Uids.DECODE_EVENTS);
    SingleOutputStreamOperator<ItemFacts> catalog =
        inputs.decoded(
            config.kafka().topics().itemCatalog(),
            OffsetsInitializer.earliest(),
            Uids.CATALOG_SOURCE,
            new Decode<>(new ItemFactsDecoder(maxBytes, times)),
            StreamTypes.ITEM_FACTS,
            Uids.DECODE_CATALOG);
    // Nobody waits any longer for what was asked before the job was first started.
    SingleOutputStreamOperator<ScoreRequest> requests =
        inputs.decoded(
            config.kafka().topics().scoreRequests(),
            OffsetsInitializer.timestamp(startedAt),
            Uids.REQUEST_SOURCE,
            new Decode<>(new ScoreRequestDecoder(maxBytes)),
            StreamTypes.SCORE_REQUEST,
            Uids.DECODE_REQUESTS);
    SingleOutputStreamOperator<ParameterValue> parameters =
        inputs.decoded(
            config.kafka().topics().parameters(),
            OffsetsInitializer.timestamp(startedAt),
            Uids.PARAMETER_SOURCE,
            new Decode<>(new ParameterCodec(config.learner())),
            StreamTypes.PARAMETER_VALUE,
            Uids.DECODE_PARAMETERS);
    DataStream<DeadLetter> rejected =
        events
            .getSideOutput(StreamTypes.DEAD_LETTERS)
            .union(
                catalog.getSideOutput(StreamTypes.DEAD_LETTERS),
                requests.getSideOutput(StreamTypes.DEAD_LETTERS),
                parameters.getSideOutput(StreamTypes.DEAD_LETTERS));
    return new Inputs(events, catalog, requests, parameters, rejected);
  }

  private <T> SingleOutputStreamOperator<T> decoded(
      String topic,
      OffsetsInitializer start,
      String sourceUid,
      Decode<T> decode,
      RecordType<T> type,
      String decodeUid) {
    KafkaSource<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setProperties(properties())
            .setTopics(topic)
            .setGroupId(kafka.group())
            .setClientIdPrefix(kafka.group() + "-" + sourceUid)
            .setStartingOffsets(start)
            .setDeserializer(new RawRecordReader())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), sourceUid)
        .uid(sourceUid)
        .process(decode)
        .returns(type)
        .uid(decodeUid)
        .name(decodeUid)
        .setBufferTimeout(DEAD_LETTER_WAIT.toMillis());
  }

  @SuppressWarnings("deprecation") // the connector takes Kafka's old enum
  private OffsetsInitializer start() {
    return switch (kafka.start()) {
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    };
  }

  /** A partition that had brought nothing yet is read from its beginning. */
  @SuppressWarnings("deprecation") // the connector takes Kafka's old enum
  private OffsetsInitializer startBehind(TopicWarmStart warm) {
    String prefix = kafka.topics().userEvents() + "-";
    Map<TopicPartition, Long> offsets = new HashMap<>();
    warm.sourceOffsets()
        .forEach(
            (partition, offset) -> {
              if (partition.startsWith(prefix)
                  && partition.substring(prefix.length()).matches("\\d{1,9}")) {
                int number = Integer.parseInt(partition.substring(prefix.length()));
                offsets.put(new TopicPartition(kafka.topics().userEvents(), number), offset);
              }
            });
    return OffsetsInitializer.offsets(offsets, OffsetResetStrategy.EARLIEST);
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(ClientSettings.of(kafka));
    return properties;
  }
}
