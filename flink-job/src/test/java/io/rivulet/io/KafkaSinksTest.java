package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.YamlReader;
import io.rivulet.operator.Uids;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KafkaSinksTest {
  @Test
  void producersCompressAsTheirSinkSays() {
    assertThat(properties("{}", "none")).containsEntry("compression.type", "none");
    assertThat(properties("{}", "lz4")).containsEntry("compression.type", "lz4");
  }

  @Test
  void whatTheConfigurationSaysComesFirst() {
    String kafka = "{properties: {compression.type: zstd, linger.ms: '20'}}";

    assertThat(properties(kafka, "none"))
        .containsEntry("compression.type", "zstd")
        .containsEntry("linger.ms", "20");
  }

  private Properties properties(String kafka, String compression) {
    KafkaConfig config = new YamlReader(name -> null).read(KafkaConfig.class, "kafka.yaml", kafka);
    return new KafkaSinks(config).properties(Uids.SCORE_SINK, compression);
  }
}
