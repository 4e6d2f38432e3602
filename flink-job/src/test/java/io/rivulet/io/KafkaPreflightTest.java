package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.RivuletConfig;
import io.rivulet.config.yaml.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                + " use host:port of a running broker that this machine reaches, and kafka.security"
                + " as this listener of the brokers wants it ('plaintext' now)",
            port);
  }

  @Test
  void anImpossibleAddressIsNamed() {
    assertThatThrownBy(() -> check("bootstrapServers: 127.0.0.1:99999"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("kafka.bootstrapServers: found '127.0.0.1:99999', not an address");
  }

  @Test
  void propertiesThatTheClientRejectsAreShown() {
    assertThatThrownBy(() -> check("properties: {security.protocol: NONE}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "kafka.properties: found '{security.protocol=NONE}', which Kafka's client rejects (");
  }

  @Test
  void aVariableThatIsNotSetIsNamedWithItsKey() {
    assertThatThrownBy(
            () ->
                check(
                    "security: {protocol: sasl-ssl, username: u, password: '${RIVULET_NOT_SET}'}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "kafka.security.password: the environment variable 'RIVULET_NOT_SET' is not set;");
  }

  @Test
  void aFileThatIsNotThereIsNamedWithItsKey() {
    assertThatThrownBy(() -> check("security: {protocol: ssl, truststore: {file: none.pem}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "kafka.security.truststore.file: found 'none.pem', which this machine cannot read;");
  }

  @Test
  void aFileThatIsNoStoreIsNamedWithItsReason(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "hello");

    assertThatThrownBy(() -> check("security: {protocol: ssl, truststore: {file: " + file + "}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "kafka.security.truststore.file: found '%s', which Kafka's client rejects (", file)
        .hasNoCause();
  }

  private static void check(String yaml) {
    String model =
        """
        learner:
          tasks:
            - {name: click, type: binary, label: {positive: [click], negative: [impression]}}
        kafka:
        """;
    RivuletConfig config =
        RivuletConfig.parse("rivulet.yaml", model + "  " + yaml + "\n", name -> null);
    new KafkaPreflight(config, Duration.ofMillis(500)).run();
  }
}
