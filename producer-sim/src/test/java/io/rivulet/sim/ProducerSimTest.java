package io.rivulet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProducerSimTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter messages = new StringWriter();

  @Test
  void simulatePrintsJsonAndWhatIsBestReachable() throws IOException {
    int code = run("simulate --scenario ecommerce --dry-run --print 3 --count 2000 --users 100");

    assertThat(code).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(6);
    JsonNode item = new ObjectMapper().readTree(lines.get(0));
    JsonNode event = new ObjectMapper().readTree(lines.get(3));
    assertThat(item.get("attributes").has("category")).isTrue();
    assertThat(event.get("eventId").asText()).isEqualTo("ecommerce-1-0");
    assertThat(event.get("context").get("device").isTextual()).isTrue();
    assertThat(messages.toString())
        .contains("2,000 items sent")
        .contains("2,000 events")
        .contains("best reachable on these events: click AUC 0.");
  }

  @Test
  void replayPrintsTheDataSet(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("ratings.dat"), "1::7::4::100\n1::8::5::90\nx\n");
    Files.writeString(folder.resolve("movies.dat"), "7::A (1990)::Drama\n");

    assertThat(run("replay --dry-run --no-catalog --speed 1000 " + folder)).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(messages.toString())
        .contains("ratings.dat:3: line left out")
        .contains("2 ratings, 1 users, 1 items, 1 rated items without facts, 1 malformed lines")
        .contains("2 events");
  }

  @Test
  void wrongOptionsEndWithTwoAndSayWhatWouldDo() {
    assertThat(run("simulate --dry-run --scenario radio")).isEqualTo(2);
    assertThat(messages.toString())
        .contains("scenario: found 'radio'; use one of ecommerce, social, video, music");
    assertThat(run("simulate --dry-run --users 0")).isEqualTo(2);
    assertThat(run("simulate --dry-run --rate 0")).isEqualTo(2);
    assertThat(run("simulate --dry-run --count -1")).isEqualTo(2);
    assertThat(run("replay a --rate 5 --speed 5")).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("")).isEqualTo(2);
  }

  @Test
  void anUnusableFolderOrBrokerEndsWithOneInOneLine(@TempDir Path folder) throws IOException {
    assertThat(run("replay --dry-run " + folder)).isEqualTo(1);
    assertThat(messages.toString()).startsWith("producer-sim: " + folder + " holds no known");

    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(run("simulate --bootstrap-servers localhost:" + port)).isEqualTo(1);
    assertThat(messages.toString()).contains("localhost:" + port).doesNotContain("\tat ");
  }

  @Test
  void aPasswordOnTheCommandLineIsRefused() {
    String jaas = "sasl.jaas.config=hunter2";

    assertThat(run("simulate --property " + jaas)).isEqualTo(2);
    assertThat(messages.toString())
        .startsWith("producer-sim: --property sasl.jaas.config: others can see the command line;")
        .contains("--kafka-properties FILE")
        .doesNotContain("hunter2");
  }

  @Test
  void aMissingFileOfPropertiesIsNamed(@TempDir Path folder) {
    assertThat(run("simulate --kafka-properties " + folder.resolve("none"))).isEqualTo(1);
    assertThat(messages.toString())
        .contains(folder.resolve("none") + ": no such file of Kafka properties");
  }

  @Test
  void helpExplainsEveryOptionAndGivesExamples() {
    for (String command : List.of("simulate", "replay")) {
      assertThat(run(command + " --help")).isZero();
    }
    assertThat(out.toString())
        .contains("--bootstrap-servers", "--events-topic", "--catalog-topic", "--property")
        .contains("--kafka-properties")
        .contains("--rate", "--speed", "--count", "--seconds", "--users", "--items", "--seed")
        .contains("--dry-run", "Examples:", "u.data, u.item, u.user");
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Exit codes:").contains("130");
  }

  private int run(String line) {
    return ProducerSim.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(messages))
        .execute(line.isEmpty() ? new String[0] : line.split(" "));
  }
}
