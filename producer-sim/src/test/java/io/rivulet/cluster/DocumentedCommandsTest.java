package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page for operators tells to type is what the tests on a cluster run. */
final class DocumentedCommandsTest {
  private static final String JAR = "rivulet-job.jar";
  private static final String CONFIGURATION = "rivulet.yaml";

  @Test
  void thePageHasTheCommandsThatAreTested() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../docs/operations.md"));
    assertThat(lines.stream().map(String::strip))
        .contains(
            line(FlinkCommand.run(List.of("-p", "2"), JAR, CONFIGURATION)),
            line(FlinkCommand.stop(List.of(), "file:///savepoints", "JOB")),
            line(FlinkCommand.run(List.of("-p", "3", "-s", "SAVEPOINT"), JAR, CONFIGURATION)),
            line(
                FlinkCommand.run(
                    List.of("-p", "2", "-s", "file:///checkpoints/JOB/chk-N"), JAR, CONFIGURATION)),
            line(FlinkCommand.cancelling("JOB")));
  }

  private static String line(List<String> arguments) {
    return "flink " + String.join(" ", arguments);
  }
}
