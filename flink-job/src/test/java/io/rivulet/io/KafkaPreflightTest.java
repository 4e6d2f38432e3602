package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.YamlReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KafkaPreflightTest {
  @Test
  void aBrokerThatDoesNotAnswerIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThatThrownBy(() -> check("bootstrapServers: 127.0.0.1:" + port))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "kafka.bootstrapServers: found '127.0.0.1:%d', no broker answered within 500ms;"
                + " use host:port of a running broker that this machine reaches",
            port);
  }

  @Test
  void anImpossibleAddressIsNamed() {
    assertThatThrownBy(() -> check("bootstrapServers: 127.0.0.1:99999"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("kafka.bootstrapServers: found '127.0.0.1:99999', not an address");
  }

  @Test
  void propertiesThatTheClientRejectsAreShownWithoutSecrets() {
    String properties =
        "properties: {security.protocol: SASL_PLAINTEXT, sasl.jaas.config: hunter2}";

    assertThatThrownBy(() -> check(properties))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "kafka.properties: found {sasl.jaas.config=***, security.protocol=SASL_PLAINTEXT},")
        .hasMessageNotContaining("hunter2");
  }

  private static void check(String yaml) {
    KafkaConfig kafka = new YamlReader(name -> null).read(KafkaConfig.class, "kafka.yaml", yaml);
    new KafkaPreflight(kafka, Duration.ofMillis(500)).run();
  }
}
