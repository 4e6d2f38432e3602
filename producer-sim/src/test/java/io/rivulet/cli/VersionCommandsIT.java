package io.rivulet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.CommandRun;
import io.rivulet.fixture.PublishedVersions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show versions, on a real topic whose every number is known. */
final class VersionCommandsIT {
  private static final String NO_DIFFERENCE =
      "table %s  added 0  removed 0  changed 0  largestDifference 0.0";

  @TempDir private static Path folder;

  private static LocalBroker broker;
  private static PublishedVersions versions;

  @BeforeAll
  static void start() throws Exception {
    broker = LocalBroker.start(folder);
    versions = PublishedVersions.three(broker.bootstrapServers(), "model-snapshots");
  }

  @AfterAll
  static void stop() {
    versions.close();
    broker.close();
  }

  private static CommandRun run(String... words) {
    return CommandRun.on(broker.bootstrapServers(), words);
  }

  @Test
  void listsVersions() throws Exception {
    assertThat(run("versions").lines().get(1))
        .isEqualTo(
            "version 2  created 1970-01-01T00:00:00.002Z  on 1  records {dense=1, user=3}"
                + "  rows {dense=1, item=1, user=2}  metrics {click.auc=0.625}  current false");
    List<JsonNode> lines = run("versions", "--json").json();
    assertThat(lines).extracting(line -> line.get("version").asLong()).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(line -> line.get("on").asLong()).containsExactly(0L, 1L, 2L);
    assertThat(lines)
        .extracting(line -> line.get("current").asBoolean())
        .containsExactly(false, false, true);
    assertThat(lines.get(2).get("records").toString()).isEqualTo("{\"item\":1}");
  }

  @Test
  void knowsItsArmAndItsTopicOnly() {
    assertThat(run("versions", "--arm", "challenger").refusal())
        .isEqualTo(
            "rivulet-cli: no version of arm challenger in the topic model-snapshots; it has []");
    assertThat(run("versions", "--topic", "nothing").refusal())
        .contains("the topic 'nothing' has 0 partitions", "kafka.topics.modelSnapshots");
  }

  @Test
  void showsAManifest() throws Exception {
    JsonNode newest = run("manifest", "--json").json().get(0);
    assertThat(newest.get("modelVersion").asLong()).isEqualTo(3);
    assertThat(newest.get("specification").asText()).startsWith("embedding: 4");
    assertThat(newest.get("sourceOffsets").toString()).isEqualTo("{\"user-events-0\":30}");
    assertThat(run("manifest", "--model-version", "1").lines())
        .contains("arm: champion", "modelVersion: 1", "previousVersion: 0", "encoding: fp32");
    assertThat(run("manifest", "--model-version", "9").refusal())
        .isEqualTo(
            "rivulet-cli: no version 9 of arm champion in the topic model-snapshots; it has"
                + " [1, 2, 3]");
    assertThat(run("manifest", "--model-version", "0").refusal()).contains("no version 0 of");
  }

  @Test
  void showsRowsToTheLastBit() throws Exception {
    List<JsonNode> users = run("rows", "--table", "user", "--json").json();
    assertThat(users).extracting(row -> row.get("id").asText()).containsExactly("anna", "carl");
    assertSame(users.get(0), versions.row(Table.USER, "anna", 2, 0.75f));
    assertSame(
        run("rows", "--table", "item", "--model-version", "2", "--json").json().get(0),
        versions.row(Table.ITEM, "film", 2, 1));
    assertSame(
        run("rows", "--table", "dense", "--json").json().get(0),
        versions.row(Table.DENSE, PublishedVersions.ARM, 4, -0.25f));
    assertThat(run("rows", "--table", "user", "--id", "carl").lines())
        .singleElement()
        .asString()
        .startsWith("id carl  count 1  lastSeen 1  values [0.0, ");
    assertThat(run("rows", "--table", "user", "--limit", "1").lines())
        .singleElement()
        .asString()
        .startsWith("id anna ");
  }

  private static void assertSame(JsonNode line, Row row) {
    assertThat(line.get("count").asLong()).isEqualTo(row.count());
    assertThat(line.get("lastSeen").asLong()).isEqualTo(row.lastSeen());
    float[] values = new float[line.get("values").size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = line.get("values").get(i).floatValue();
    }
    assertThat(values).containsExactly(row.values());
  }

  @Test
  void refusesRowsThatThereAreNot() {
    assertThat(run("rows", "--table", "user", "--id", "bert").refusal())
        .isEqualTo("rivulet-cli: no row of user bert");
    assertWrong(run("rows", "--table", "users"), "--table: found 'users'; give user, item or");
    assertWrong(run("rows", "--table", "user", "--limit", "0"), "--limit: found 0; give a number");
  }

  @Test
  void countsRowsThatDiffer() {
    assertThat(run("diff", "1", "2").lines())
        .containsExactly(
            "table user  added 1  removed 1  changed 1  largestDifference 0.5",
            NO_DIFFERENCE.formatted("item"),
            "table dense  added 0  removed 0  changed 1  largestDifference 0.75");
    assertThat(run("diff", "3", "1").lines())
        .as("back, over two versions")
        .containsExactly(
            "table user  added 1  removed 1  changed 1  largestDifference 0.5",
            "table item  added 0  removed 0  changed 1  largestDifference 2.0",
            "table dense  added 0  removed 0  changed 1  largestDifference 0.75");
    assertThat(run("diff", "2", "2").lines())
        .containsExactly(
            NO_DIFFERENCE.formatted("user"),
            NO_DIFFERENCE.formatted("item"),
            NO_DIFFERENCE.formatted("dense"));
  }

  @Test
  void countsRowsThatDifferForPrograms() {
    assertThat(run("diff", "2", "3", "--json").lines())
        .containsExactly(
            "{\"table\":\"user\",\"added\":0,\"removed\":0,\"changed\":0,\"largestDifference\":0.0}",
            "{\"table\":\"item\",\"added\":0,\"removed\":0,\"changed\":1,\"largestDifference\":2.0}",
            "{\"table\":\"dense\",\"added\":0,\"removed\":0,\"changed\":0,\"largestDifference\":0.0}");
  }

  @Test
  void countsARowThatHasTheSameNumbersAfterAnotherExample() throws Exception {
    String topic = "counted";
    PublishedVersions.createTopic(broker.bootstrapServers(), topic);
    try (PublishedVersions counted =
        new PublishedVersions(broker.bootstrapServers(), topic, PublishedVersions.SPEC)) {
      counted.put(Table.USER, "anna", 1, 1);
      counted.publish(1);
      counted.put(Table.USER, "anna", 2, 1);
      counted.publish(2);
      assertThat(run("diff", "1", "2", "--topic", topic).lines().get(0))
          .isEqualTo("table user  added 0  removed 0  changed 1  largestDifference 0.0");
    }
  }

  @Test
  void comparesOnlyVersionsThatThereAreAndOfOneModel() throws Exception {
    assertThat(run("diff", "1", "4").refusal())
        .isEqualTo(
            "rivulet-cli: no version 4 of arm champion in the topic model-snapshots; it has"
                + " [1, 2, 3]");
    assertThat(run("diff", "0", "3").refusal()).contains("no version 0 of arm champion");
    String topic = "two-models";
    PublishedVersions.createTopic(broker.bootstrapServers(), topic);
    for (int version = 1; version <= 2; version++) {
      try (PublishedVersions model =
          new PublishedVersions(
              broker.bootstrapServers(), topic, PublishedVersions.spec(4 * version))) {
        model.put(Table.USER, "anna", 1, 1);
        model.publish(version);
      }
    }
    assertThat(run("diff", "1", "2", "--topic", topic).refusal())
        .isEqualTo(
            "rivulet-cli: versions 1 and 2 are of two models: compare their manifests instead");
  }

  @Test
  void comparesTwoVersions() {
    assertWrong(run("diff", "1"), "Missing required parameter: 'TO'");
    assertWrong(run("diff", "1", "newest"), "Invalid value for positional parameter at index 1");
    assertWrong(run("diff", "1", "2", "3"), "Unmatched argument at index ");
  }

  private static void assertWrong(CommandRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.messages()).startsWith(message);
  }
}
