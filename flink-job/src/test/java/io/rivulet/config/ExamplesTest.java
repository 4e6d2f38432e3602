package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configurations in docs/examples. */
class ExamplesTest {
  private static final Path FOLDER = Path.of("..", "docs", "examples");

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "ecommerce: click cart purchase category: cart click impression purchase",
        "ecommerce-products: click cart-after-click purchase-after-click category cart purchase:"
            + " cart click impression purchase",
        "ml-100k: rating like genre: rate",
        "movietweetings: rating like: rate",
        "music: play like genre: like play skip",
        "social: read follow topic: follow impression read",
        "video: click watch like tag: impression like play",
      })
  void isACompleteConfiguration(String name, String tasks, String actions) throws IOException {
    RivuletConfig config = parse(FOLDER.resolve(name + ".yaml"), Map.of());

    assertThat(config.learner().tasks()).extracting(TaskSpec::name).containsExactly(words(tasks));
    assertThat(config.knownActions()).containsExactly(words(actions));
    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
  }

  @Test
  void allTakeTheirBrokersFromTheEnvironment() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .hasSize(7)
          .allSatisfy(
              file ->
                  assertThat(parse(file, Map.of("RIVULET_KAFKA", "kafka:1")))
                      .extracting(config -> config.kafka().bootstrapServers())
                      .isEqualTo("kafka:1"));
    }
  }

  private static RivuletConfig parse(Path file, Map<String, String> environment)
      throws IOException {
    return RivuletConfig.parse(file.toString(), Files.readString(file), environment::get);
  }

  private static String[] words(String text) {
    return text.trim().split(" ", -1);
  }
}
