package io.rivulet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the producers from the one file that their image copies. */
final class ProducerImageIT {

  private static final Path TARGET = Path.of("target");

  @Test
  void eventsAreMade() throws Exception {
    Process process = producer("simulate", "--dry-run", "--count", "3");
    assertThat(output(process)).contains("\"eventId\": \"video-1-2\"");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void kafkasClientIsThere() throws Exception {
    Process process = producer("simulate", "--bootstrap-servers", "no-port");
    assertThat(output(process)).contains("no-port").doesNotContain("NoClassDefFoundError");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private static Process producer(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static Path jar() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET)) {
      return jars.filter(jar -> jar.getFileName().toString().matches("producer-sim-.*-cli\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
