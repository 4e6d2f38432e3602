package io.rivulet.cli;

import io.rivulet.schema.Score;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Follows scores. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = "Prints the scores that the job makes, one JSON object a line, from now on.",
    footer = {"", "Example:", "  rivulet-cli tail --count 10"})
final class TailCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--scores-topic",
      paramLabel = "TOPIC",
      defaultValue = "scores",
      description = "The job's kafka.topics.scores (default: ${DEFAULT-VALUE}).")
  private String scoresTopic;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      description = "End after N scores of the arm.")
  private long count;

  @Option(names = "--from-start", description = "Begin with the oldest score of the topic.")
  private boolean fromStart;

  @Override
  public Integer call() throws Exception {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count: found " + count + "; give a number from 1 on");
    }
    AvroCodec<Score> codec = AvroCodec.of(Score.class);
    Map<String, Object> settings = new HashMap<>(options.kafka());
    settings.put("allow.auto.create.topics", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(scoresTopic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new IllegalArgumentException("no topic is called '" + scoresTopic + "'");
      }
      consumer.assign(partitions);
      if (fromStart) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      for (long printed = 0; printed < count; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() != null && printed < count && print(codec, record)) {
            printed++;
          }
        }
      }
      return 0;
    }
  }

  /** Whether it was a score of the arm. */
  private boolean print(AvroCodec<Score> codec, ConsumerRecord<byte[], byte[]> record) {
    try {
      Score score = codec.decode(record.value());
      if (score.getArm().equals(options.arm)) {
        spec.commandLine().getOut().println(score);
        spec.commandLine().getOut().flush();
        return true;
      }
    } catch (CodecException e) {
      spec.commandLine()
          .getErr()
          .println(
              "rivulet-cli: "
                  + record.topic()
                  + "-"
                  + record.partition()
                  + " at offset "
                  + record.offset()
                  + ": "
                  + e.getMessage());
    }
    return false;
  }
}
