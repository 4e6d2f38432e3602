package io.rivulet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.domain.Table;
import io.rivulet.fixture.CommandRun;
import io.rivulet.fixture.PublishedVersions;
import io.rivulet.onnx.OnnxExport;
import io.rivulet.reader.ModelReader;
import io.rivulet.reader.ReaderSettings;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.snapshot.ItemScore;
import io.rivulet.snapshot.ScoreQuery;
import io.rivulet.snapshot.Scores;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that predict, export and follow, on a real broker. */
final class PredictionCommandsIT {
  private static final String CATALOG = "item-catalog";
  private static final String EMPTY_CATALOG = "empty-catalog";
  private static final String GARBAGE = "no score";

  @TempDir private static Path folder;

  private static LocalBroker broker;
  private static PublishedVersions versions;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    versions = PublishedVersions.three(broker.bootstrapServers(), "model-snapshots");
    for (String topic : List.of(CATALOG, EMPTY_CATALOG, "scores")) {
      PublishedVersions.createTopic(broker.bootstrapServers(), topic);
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    send(
        CATALOG,
        ItemUpdate.class,
        ItemUpdate.newBuilder()
            .setItemId("film")
            .setUpdateTime(Instant.EPOCH)
            .setAttributes(Map.of("tag", "news"))
            .setContent(List.of())
            .build());
    score("a", "champion");
    producer
        .send(new ProducerRecord<>("scores", 0, null, GARBAGE.getBytes(StandardCharsets.UTF_8)))
        .get();
    score("b", "challenger");
    score("c", "champion");
    score("d", "champion");
  }

  @AfterAll
  static void stop() {
    producer.close();
    versions.close();
    broker.close();
  }

  private static <T extends SpecificRecord> void send(String topic, Class<T> type, T record)
      throws Exception {
    byte[] value = AvroCodec.of(type).encode(record);
    producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
  }

  private static void score(String event, String arm) throws Exception {
    send(
        "scores",
        Score.class,
        Score.newBuilder()
            .setEventId(event)
            .setUserId("anna")
            .setItemId("film")
            .setArm(arm)
            .setModelVersion(3)
            .setBatch(1)
            .setEventTime(Instant.EPOCH)
            .setScoredAt(Instant.EPOCH)
            .setFused(0.5f)
            .setTasks(
                List.of(
                    TaskScore.newBuilder().setTask("click").setPrediction(List.of(0.5f)).build()))
            .build());
  }

  private static CommandRun run(String... words) {
    return CommandRun.on(broker.bootstrapServers(), words);
  }

  @Test
  void scoresAsTheReader() throws Exception {
    List<JsonNode> lines =
        run(("score --json --user anna --item film --item nothing --context device=tv"
                    + " --number bitrate=2.5")
                .split(" "))
            .json();

    Scores expected =
        predict(CATALOG, Map.of("device", "tv"), Map.of("bitrate", 2.5), "film", "nothing");
    assertThat(lines).hasSize(2);
    for (int i = 0; i < 2; i++) {
      JsonNode line = lines.get(i);
      ItemScore item = expected.items().get(i);
      assertThat(line.get("item").asText()).isEqualTo(item.itemId());
      assertThat(line.get("score").floatValue()).isEqualTo(item.score()).isBetween(0f, 1f);
      assertThat(line.get("click").floatValue()).isEqualTo(item.tasks().get("click")[0]);
      assertThat(line.get("watch").floatValue()).isEqualTo(item.tasks().get("watch")[0]);
      assertThat(line.get("version").asLong()).isEqualTo(3);
      assertThat(line.get("coldUser").asBoolean()).isFalse();
      assertThat(line.get("coldItem").asBoolean()).isEqualTo(i == 1);
    }
    assertThat(run("score", "--user", "nobody", "--item", "film").lines())
        .singleElement()
        .asString()
        .startsWith("item film  score 0.")
        .endsWith("version 3  coldUser true  coldItem false");
  }

  @Test
  void theSituationAndTheCatalogMatter() throws Exception {
    float score = click(CATALOG, "tv");
    assertThat(score)
        .isEqualTo(
            predict(CATALOG, Map.of("device", "tv"), Map.of(), "film")
                .items()
                .get(0)
                .tasks()
                .get("click")[0])
        .isNotEqualTo(click(EMPTY_CATALOG, "tv"));
    // There are few buckets: two devices may share one.
    assertThat(new HashSet<>(List.of(score, click(CATALOG, "phone"), click(CATALOG, "console"))))
        .hasSizeGreaterThan(1);
  }

  private static float click(String catalog, String device) throws Exception {
    String line = "score --json --user anna --item film --catalog-topic %s --context device=%s";
    return run(line.formatted(catalog, device).split(" ")).json().get(0).get("click").floatValue();
  }

  private static Scores predict(
      String catalog, Map<String, String> context, Map<String, Double> numbers, String... items) {
    ReaderSettings settings =
        new ReaderSettings(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            "model-snapshots",
            catalog,
            PublishedVersions.ARM,
            null);
    try (ModelReader reader = ModelReader.open(settings)) {
      return reader.predict(new ScoreQuery("anna", List.of(items), context, numbers));
    }
  }

  @Test
  void scoresNothingWithoutAVersion() {
    assertThat(run("score", "--user", "anna", "--item", "film", "--arm", "challenger").refusal())
        .isEqualTo("rivulet-cli: the topic has no version");
    assertThat(run("score", "--user", "anna").exitCode()).isEqualTo(2);
  }

  @Test
  void exportsTheVersionThatIsNamed() throws Exception {
    Path file = folder.resolve("model.onnx");
    assertThat(run("export-onnx", file.toString(), "--json").lines())
        .containsExactly("{\"version\":3,\"file\":\"" + file + "\"}");
    assertThat(Files.readAllBytes(file)).isEqualTo(exported(3, 4, -0.25f));
    run("export-onnx", file.toString(), "--model-version", "1").lines();
    assertThat(Files.readAllBytes(file)).isEqualTo(exported(1, 2, 0.5f));
    assertThat(run("export-onnx", folder.resolve("none/model.onnx").toString()).refusal())
        .isEqualTo("rivulet-cli: no such file or folder: " + folder.resolve("none/model.onnx"));
  }

  private static byte[] exported(int version, int count, float first) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxExport.write(
        PublishedVersions.SPEC,
        versions.row(Table.DENSE, PublishedVersions.ARM, count, first).values(),
        Map.of("arm", PublishedVersions.ARM, "modelVersion", Integer.toString(version)),
        out);
    return out.toByteArray();
  }

  @Test
  void followsTheScoresOfItsArm() throws Exception {
    CommandRun run = run("tail", "--from-start", "--count", "2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"eventId\": "));
    assertThat(run.out().lines())
        .extracting(line -> line.substring(0, 15))
        .containsExactly("{\"eventId\": \"a\"", "{\"eventId\": \"c\"");
    assertThat(run.messages().lines())
        .singleElement()
        .asString()
        .startsWith("rivulet-cli: scores-0 at offset 1: ");
    assertThat(run("tail", "--from-start", "--count", "1", "--arm", "challenger").out())
        .startsWith("{\"eventId\": \"b\"");
    assertThat(run("tail", "--count", "0").exitCode()).isEqualTo(2);
    assertThat(run("tail", "--scores-topic", "nothing").refusal())
        .contains("no topic is called 'nothing'");
  }

  @Test
  void followsFromNowOn() throws Exception {
    CompletableFuture<CommandRun> tail =
        CompletableFuture.supplyAsync(() -> run("tail", "--count", "1"));
    while (!tail.isDone()) {
      score("later", "champion");
      Thread.sleep(50);
    }

    assertThat(tail.get().lines()).singleElement().asString().contains("\"eventId\": \"later\"");
  }
}
