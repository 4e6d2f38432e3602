package io.rivulet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.domain.Table;
import io.rivulet.fixture.CommandRun;
import io.rivulet.fixture.PublishedVersions;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.reader.ModelReader;
import io.rivulet.reader.ReaderSettings;
import io.rivulet.snapshot.SnapshotKey;
import io.rivulet.snapshot.SnapshotLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The commands that say which version readers use, on a real topic. */
final class MarkCommandsIT {
  @TempDir private static Path folder;

  private static LocalBroker broker;

  private PublishedVersions versions;
  private String topic;

  @BeforeAll
  static void start() throws Exception {
    broker = LocalBroker.start(folder);
    PublishedVersions.createTopic(broker.bootstrapServers(), "item-catalog");
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void publish(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    versions = PublishedVersions.three(broker.bootstrapServers(), topic);
  }

  @AfterEach
  void close() {
    versions.close();
  }

  private CommandRun run(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--topic";
    all[words.length + 1] = topic;
    return CommandRun.on(broker.bootstrapServers(), all);
  }

  /** The version that every command and every reader takes. */
  private long used() throws Exception {
    List<Long> current =
        run("versions", "--json").json().stream()
            .filter(line -> line.get("current").asBoolean())
            .map(line -> line.get("version").asLong())
            .toList();
    assertThat(current).hasSize(1);
    JsonNode manifest = run("manifest", "--json").json().get(0);
    assertThat(manifest.get("modelVersion").asLong()).isEqualTo(current.get(0));
    try (ModelReader reader = ModelReader.open(settings())) {
      assertThat(reader.version()).isEqualTo(current.get(0));
    }
    return current.get(0);
  }

  private ReaderSettings settings() {
    return new ReaderSettings(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        topic,
        "item-catalog",
        PublishedVersions.ARM,
        null);
  }

  private String reason() {
    try (KafkaSnapshotTopic records = new KafkaSnapshotTopic(topic, settings().kafka())) {
      SnapshotLog log = new SnapshotLog(PublishedVersions.ARM);
      log.read(
          records,
          message -> {
            throw new AssertionError(message);
          });
      return log.pointer().getReason();
    }
  }

  private void send(SnapshotKey key, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, key.bytes(), value)).get();
    }
  }

  @Test
  void marksAVersionUntilTheNewestIsWanted() throws Exception {
    assertThat(run("current", "1", "--reason", "bad labels").lines()).containsExactly("current 1");
    assertThat(used()).isEqualTo(1);
    assertThat(reason()).isEqualTo("bad labels");
    versions.publish(4);
    assertThat(used()).as("stays").isEqualTo(1);

    assertThat(run("current", "newest", "--json").lines())
        .containsExactly("{\"current\":\"newest\"}");
    assertThat(used()).isEqualTo(4);
    assertThat(reason()).isEmpty();
  }

  @Test
  void goesBackOneVersionAtATime() throws Exception {
    assertThat(run("rollback", "--reason", "test").lines()).containsExactly("current 2");
    assertThat(used()).isEqualTo(2);
    assertThat(reason()).isEqualTo("test");
    assertThat(run("rollback", "--json").lines()).containsExactly("{\"current\":1}");
    assertThat(used()).isEqualTo(1);
    assertThat(run("rollback").refusal())
        .isEqualTo("rivulet-cli: version 1 is the oldest that the topic has");
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void marksNoVersionThatThereIsNot() throws Exception {
    assertThat(run("current", "4").refusal())
        .isEqualTo(
            "rivulet-cli: no version 4 of arm champion in the topic %s; it has [1, 2, 3]"
                .formatted(topic));
    assertThat(run("current", "0").exitCode()).isEqualTo(2);
    assertThat(used()).isEqualTo(3);
  }

  @Test
  void marksNoVersionThatDoesNotFitItsManifest() throws Exception {
    send(SnapshotKey.ofRow(Table.USER, "stranger", 0), new byte[3]);
    versions.publish(4);

    assertThat(run("current", "4").refusal())
        .startsWith("rivulet-cli: version 4: the manifest closes {} records, and {user=1} are");
    assertThat(run("rows", "--table", "user").refusal()).startsWith("rivulet-cli: version 4: ");
    assertThat(run("current", "3").lines()).containsExactly("current 3");
    assertThat(used()).isEqualTo(3);
  }

  @Test
  void listsVersionsWhenTheMarkedOneIsGone() throws Exception {
    run("current", "1").lines();
    send(SnapshotKey.ofVersion(PublishedVersions.ARM, 1), null);

    CommandRun run = run("versions");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith("current false"));
    assertThat(run.messages())
        .startsWith("rivulet-cli: readers are to use version 1, which the topic does not have");
    assertThat(run("rollback").refusal()).contains("no version 1", "it has [2, 3]");
    assertThat(run("current", "2").lines()).containsExactly("current 2");
    assertThat(used()).isEqualTo(2);
  }
}
