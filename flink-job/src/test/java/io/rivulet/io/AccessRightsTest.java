package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class AccessRightsTest {
  @Test
  void whatTheJobDoesIsKnownOfEachTopic() {
    KafkaConfig kafka = new YamlReader(name -> null).read(KafkaConfig.class, "kafka.yaml", "{}");

    assertThat(AccessRights.NEEDED.keySet()).isEqualTo(kafka.topics().byKey().keySet());
  }
}
