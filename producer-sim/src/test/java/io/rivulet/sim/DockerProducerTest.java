package io.rivulet.sim;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The options that the compose stack gives the producer are options that it has. */
final class DockerProducerTest {

  @Test
  void theProducersCommandIsUnderstood() throws IOException {
    String text = Files.readString(Path.of("../docker/compose.yaml"));
    Map<String, Map<String, Map<String, List<String>>>> compose =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    List<String> command = compose.get("services").get("producer").get("command");
    assertThatCode(() -> ProducerSim.commandLine().parseArgs(command.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }
}
