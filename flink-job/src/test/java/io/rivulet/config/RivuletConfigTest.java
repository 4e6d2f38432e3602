package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.yaml.ConfigException;
import io.rivulet.learner.spec.OptimizerType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivuletConfigTest {
  private static final String MINIMAL =
      """
      learner:
        tasks:
          - {name: click, type: binary, label: {positive: [click], negative: [impression]}}
      """;

  @Test
  void tasksAreAllThatMustBeWritten() {
    RivuletConfig config = parse(MINIMAL);

    assertThat(config.arm()).isEqualTo("champion");
    assertThat(config.kafka().topics().deadLetters()).isEqualTo("dead-letters");
    assertThat(config.learner().rows().type()).isEqualTo(OptimizerType.ROWWISE_ADAGRAD);
    assertThat(config.rounds().interval()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.knownActions()).containsExactly("click", "impression");
  }

  @Test
  void otherActionsAreKnown() {
    assertThat(parse(MINIMAL + "input: {otherActions: [share]}").knownActions())
        .containsExactly("click", "impression", "share");
  }

  @Test
  void travelsToTheOperatorsUnchanged() throws IOException, ClassNotFoundException {
    RivuletConfig config =
        parse(MINIMAL + "kafka: {properties: {a: b}}\ninput: {otherActions: [share]}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(config);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(config);
    }
  }

  @Test
  void secretsAreNeitherReadNorPrinted() {
    String login = "protocol: sasl-ssl, username: u, password: '${KAFKA_PASSWORD}'";

    assertThat(parse(MINIMAL + "kafka: {security: {" + login + "}}").toString())
        .contains("champion", "protocol=SASL_SSL", "password=${KAFKA_PASSWORD}");
  }

  /** What is added to the minimal configuration, the key complained of, and the remedy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "arm: 1st ~ arm: found '1st' ~ a letter, then",
        "parallelism: 129 ~ parallelism: found '129' ~ from 0 to 128",
        "maxParallelism: 0 ~ maxParallelism: found '0' ~ from 1 to 32768",
        "kafka: {bootstrapServers: broker} ~ kafka.bootstrapServers: found 'broker' ~ host:port",
        "kafka: {group: ' '} ~ kafka.group: found ' ' ~ a name",
        "kafka: {maxRecordBytes: 1} ~ kafka.maxRecordBytes: found '1' ~ from 1024 to 1073741824",
        "kafka: {properties: {group.id: g}} ~ kafka.properties: found 'group.id' ~ kafka.group",
        "kafka: {topics: {scores: a b}} ~ kafka.topics.scores: found 'a b' ~ 1 to 249 letters",
        "kafka: {topics: {scores: metrics}} ~ kafka.topics.metrics: found 'metrics' ~ of its own",
        "kafka: {createTopics: {partitions: 0}} ~ kafka.createTopics.partitions: found '0' ~ from 1",
        "kafka: {createTopics: {replication: 0}} ~ createTopics.replication: found '0' ~ from 1",
        "kafka: {start: now} ~ kafka.start: found 'now' ~ one of earliest, latest, committed",
        "input: {otherActions: [click]} ~ input.otherActions: found 'click' ~ that no task names",
        "input: {otherActions: [a, a]} ~ input.otherActions: found 'a' ~ each action once",
        "microBatch: {size: 0} ~ microBatch.size: found '0' ~ from 1 to 65536",
        "microBatch: {linger: 1min} ~ microBatch.linger: found '1min' ~ from 0ms to 10s",
        "microBatch: {buffer: 63} ~ microBatch.buffer: found '63' ~ microBatch.size (64)",
        "rounds: {interval: 0ms} ~ rounds.interval: found '0ms' ~ from 10ms to 1min",
        "rounds: {replicaRetention: 1s} ~ rounds.replicaRetention: found '1s' ~ from 2s (10 rounds",
        "rowCache: {capacity: 0} ~ rowCache.capacity: found '0' ~ from 1 to",
        "checkpoints: {interval: 1ms} ~ checkpoints.interval: found '1ms' ~ from 100ms to 1d",
        "checkpoints: {timeout: 0s} ~ checkpoints.timeout: found '0ms' ~ from 1s to 1d",
        "checkpoints: {directory: /tmp} ~ checkpoints.directory: found '/tmp' ~ file:///checkpoints",
        "metrics: {window: 0s} ~ metrics.window: found '0ms' ~ from 1s to 1d",
      })
  void wrongValuesNameKeyValueAndRemedy(String added, String found, String remedy) {
    assertThatThrownBy(() -> parse(MINIMAL + added))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("rivulet.yaml, line 4: ")
        .hasMessageContaining(found + "; use ")
        .hasMessageContaining(remedy);
  }

  @Test
  void aJobThatKnowsNoActionIsAnError() {
    String tasks = "tasks: [{name: t, type: multiclass, label: {from: item.g}, classes: [a, b]}]";

    assertThatThrownBy(() -> parse("learner: {" + tasks + "}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("input.otherActions: found '[]'; use at least one action");
    assertThat(parse("learner: {" + tasks + "}\ninput: {otherActions: [play]}").knownActions())
        .containsExactly("play");
  }

  private static RivuletConfig parse(String text) {
    return RivuletConfig.parse("rivulet.yaml", text, name -> null);
  }
}
