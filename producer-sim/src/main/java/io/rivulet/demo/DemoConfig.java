package io.rivulet.demo;

import io.rivulet.config.CheckpointsConfig;
import io.rivulet.config.KafkaConfig;
import io.rivulet.config.MetricsConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.SecurityConfig;
import io.rivulet.config.TopicCreationConfig;
import io.rivulet.io.ClientSettings;
import io.rivulet.sim.sink.KafkaTarget;
import java.nio.file.Path;
import java.time.Duration;

/** The job's configuration, with what belongs to the demo's own broker and folder put in. */
public final class DemoConfig {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private DemoConfig() {}

  /**
   * A job's configuration for a broker and a parallelism of the demo's, with checkpoints in a
   * folder of its.
   */
  public static RivuletConfig local(
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
        config.rows(),
        config.exploration(),
        new CheckpointsConfig(
            old.interval(),
            checkpoints.toUri().toString(),
            old.incremental(),
            old.timeout(),
            old.modelChange()),
        new MetricsConfig(WINDOW),
        config.snapshots(),
        parallelism,
        config.maxParallelism());
  }

  /** Where the job of this configuration reads events and the catalog from. */
  public static KafkaTarget input(KafkaConfig kafka) {
    return new KafkaTarget(
        kafka.bootstrapServers(),
        kafka.topics().userEvents(),
        kafka.topics().itemCatalog(),
        ClientSettings.of(kafka));
  }
}
