package io.rivulet.demo;

import io.rivulet.config.CheckpointsConfig;
import io.rivulet.config.KafkaConfig;
import io.rivulet.config.MetricsConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.SecurityConfig;
import io.rivulet.config.TopicCreationConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The job's configuration, with what belongs to the demo's own broker and folder put in. */
final class DemoConfig {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private DemoConfig() {}

  /**
   * Reads the configuration.
   *
   * @param file null for the built-in example
   * @param example name of the built-in example
   */
  static RivuletConfig read(Path file, String example) throws IOException {
    if (file != null) {
      return RivuletConfig.read(file);
    }
    String name = example + ".yaml";
    try (InputStream in = DemoConfig.class.getResourceAsStream("/examples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "demo.config: there is no built-in configuration for '"
                + example
                + "'; write one and give it with -Ddemo.config=FILE (see docs/examples)");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return RivuletConfig.parse(name, text, variable -> null);
    }
  }

  /**
   * The same, for a broker and a parallelism of the demo's, with checkpoints in a folder of its.
   */
  static RivuletConfig local(
      RivuletConfig config, String bootstrapServers, int parallelism, Path checkpoints) {
    KafkaConfig kafka = config.kafka();
    CheckpointsConfig old = config.checkpoints();
    return new RivuletConfig(
        config.arm(),
        new KafkaConfig(
            bootstrapServers,
            kafka.group(),
            SecurityConfig.NONE,
            kafka.properties(),
            kafka.topics(),
            new TopicCreationConfig(true, parallelism, 1),
            kafka.start(),
            kafka.maxRecordBytes()),
        config.learner(),
        config.input(),
        config.microBatch(),
        config.rounds(),
        config.rowCache(),
        new CheckpointsConfig(
            old.interval(), checkpoints.toUri().toString(), old.incremental(), old.timeout()),
        new MetricsConfig(WINDOW),
        parallelism,
        config.maxParallelism());
  }
}
