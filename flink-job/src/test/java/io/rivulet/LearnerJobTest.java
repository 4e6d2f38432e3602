package io.rivulet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.RivuletConfig;
import io.rivulet.config.yaml.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerJobTest {
  private static final String MODEL =
      "learner: {tasks: [{name: a, type: binary, label: {positive: [x], negative: [y]}}]}\n";

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void oneArgumentIsWanted(int arguments) {
    String[] args = new String[arguments];

    assertThatThrownBy(() -> LearnerJob.main(args))
        .isInstanceOf(ConfigException.class)
        .hasMessage("usage: flink run rivulet-job.jar CONFIG.yaml; found %d arguments", arguments);
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    String file = folder.resolve("none.yaml").toString();

    assertThatThrownBy(() -> LearnerJob.main(new String[] {file}))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file);
  }

  @Test
  void aWrongValueIsNamedWithItsFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), MODEL + "parallelism: -1\n");

    assertThatThrownBy(() -> LearnerJob.main(new String[] {file.toString()}))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ", line 2: parallelism: found '-1'; use ");
  }

  @Test
  void theConfigurationBecomesFlinksSettings() {
    Configuration settings =
        settings(
            """
            maxParallelism: 64
            checkpoints: {interval: 7s, timeout: 90s, directory: 'file:///checkpoints'}
            """);

    assertThat(settings.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(settings.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(settings.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(64);
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
        .isEqualTo("file:///checkpoints");
    assertThat(settings.get(CheckpointingOptions.FS_WRITE_BUFFER_SIZE)).isEqualTo(65_536);
  }

  @Test
  void checkpointsOutliveAJobThatIsCancelled() {
    assertThat(settings("").get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }

  @Test
  void withoutADirectoryTheClustersIsUsed() {
    assertThat(settings("").getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).isEmpty();
  }

  private static Configuration settings(String added) {
    return LearnerJob.settings(RivuletConfig.parse("job.yaml", MODEL + added, name -> null));
  }
}
