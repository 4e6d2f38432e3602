package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.YamlReader;
import io.rivulet.operator.Uids;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSinksTest {
  @ParameterizedTest
  @ValueSource(strings = {Uids.PARAMETER_SINK, Uids.DENSE_PARAMETER_SINK})
  void publishedValuesAreNotCompressed(String uid) {
    assertThat(properties("{}", uid)).containsEntry("compression.type", "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Uids.SCORE_SINK,
        Uids.RECOMMENDATION_SINK,
        Uids.METRICS_SINK,
        Uids.SNAPSHOT_SINK,
        Uids.DEAD_LETTER_SINK
      })
  void allElseIsCompressed(String uid) {
    assertThat(properties("{}", uid)).containsEntry("compression.type", "lz4");
  }

  @Test
  void whatTheConfigurationSaysComesFirst() {
    String kafka = "{properties: {compression.type: zstd, linger.ms: '20'}}";

    assertThat(properties(kafka, Uids.PARAMETER_SINK))
        .containsEntry("compression.type", "zstd")
        .containsEntry("linger.ms", "20");
  }

  private static Properties properties(String kafka, String uid) {
    KafkaConfig config = new YamlReader(name -> null).read(KafkaConfig.class, "kafka.yaml", kafka);
    return new KafkaSinks(config).properties(uid);
  }
}
